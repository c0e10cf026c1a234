// Every kind of public page.

export function pages({ document, organization, law, empty, withdrawn }) {
  const stand = `/${document}/${organization}`;
  return [
    "/kk",
    "/ru",
    "/en",
    "/help/kk",
    "/help/ru",
    `/search/ru?q=${encodeURIComponent("отпуск")}`,
    `/search/kk?q=${encodeURIComponent("шарт")}`,
    "/search/ru?q=qqqqqq",
    `/${organization}/kk`,
    `/${organization}/ru`,
    `/${organization}/kit/kk`,
    `/${organization}/kit/ru?parts=poster.stickers`,
    `${stand}/kk`,
    `${stand}/ru`,
    `/${document}/en`,
    `${stand}/ru?q=${encodeURIComponent("отпуск")}`,
    `/${document}/v1/ru`,
    `/${document}/at/2024-06-01/kk`,
    `/${document}/history/ru`,
    `/${document}/compare/v1..v2/ru`,
    `/${document}/compare/v1..v2/kk`,
    `/${document}/both/ru`,
    `${stand}/print/ru`,
    `/${document}/print-large/kk`,
    `/${law}/ru`,
    `/${empty}/ru`,
    `/${withdrawn}/ru`,
    "/0000000/ru",
    "/0000001/kk",
    "/no-such-page",
    "/admin/sign-in",
  ];
}
