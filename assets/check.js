// Reads the codes of a stand with the camera of the page or on a photo where the browser can, and keeps the list fresh.
// Without it the page is complete: the phone's own camera ticks as well, photos are read by the server, and codes can be
// typed.
const REFRESH_MS = 4000;
const LOOK_MS = 200;

// The longest side of a photo that is sent, in pixels: the server reads codes of a twentieth of it.
const SENT_PX = 3200;
const SENT_QUALITY = 0.8;

const form = document.querySelector("#tick");
const photo = document.querySelector("#photo");
const said = document.querySelector("#said");
const camera = document.querySelector("#camera");
const button = camera.querySelector("button");
const video = camera.querySelector("video");

// The address of this page: it may have been sent as the answer to a form, which has another one.
const check = camera.dataset.check;

// Takes the list out of a page that the server made, and says what is new, or what came of a code. A page without a list means that the check or
// the session is over.
function show(html, code) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const [old, fresh] = [document, page].map((of) => of.querySelector("#seen"));
  if (!fresh || !page.querySelector("#tick")) return location.replace(check);
  const refusal = page.querySelector("[role=alert] li");
  const changed = old.innerHTML !== fresh.innerHTML;
  if (changed) old.replaceWith(document.adoptNode(fresh));
  if (code || changed) said.textContent = (refusal || fresh.querySelector("b")).textContent;
}

async function tick(code) {
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams({ code }) });
  show(await answer.text(), code);
  return answer.ok;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    // What was refused stays, to be corrected.
    if (await tick(form.elements.code.value)) form.elements.code.value = "";
  } catch {
    said.textContent = camera.dataset.offline;
  }
});

const detector = "BarcodeDetector" in window ? new BarcodeDetector({ formats: ["qr_code"] }) : null;

// The photo as it is sent: no larger than what is read.
async function smaller(picture) {
  const part = Math.min(1, SENT_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width * part, picture.height * part];
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", SENT_QUALITY));
}

photo.addEventListener("submit", async (event) => {
  event.preventDefault();
  const [file] = photo.elements.photo.files;
  said.textContent = camera.dataset.reading;
  try {
    const picture = await createImageBitmap(file).catch(() => null);
    const seen = picture && detector ? await detector.detect(picture).catch(() => []) : [];
    for (const { rawValue } of seen) await tick(rawValue);
    // What the browser did not find, the server may.
    if (document.querySelector("#seen .seen li:not(.ticked)")) {
      const body = new FormData();
      body.append("photo", (picture && (await smaller(picture))) || file, "photo.jpg");
      const answer = await fetch(photo.action, { method: "POST", body });
      show(await answer.text(), "photo");
    }
    photo.reset();
  } catch {
    said.textContent = camera.dataset.offline;
  }
});

// What the phone's own camera opened meanwhile.
async function refresh() {
  if (document.hidden) return;
  try {
    show(await (await fetch(check)).text());
  } catch {
    // The next time will do.
  }
}
setInterval(refresh, REFRESH_MS);
document.addEventListener("visibilitychange", refresh);

if (detector && navigator.mediaDevices) {
  const sent = new Set();
  const words = button.textContent;
  let stream = null;

  const look = async () => {
    if (!stream) return;
    try {
      for (const { rawValue } of await detector.detect(video)) {
        if (sent.has(rawValue)) continue;
        sent.add(rawValue);
        try {
          await tick(rawValue);
          navigator.vibrate?.(60);
        } catch {
          sent.delete(rawValue);
          said.textContent = camera.dataset.offline;
        }
      }
    } catch {
      // The camera is not ready yet.
    }
    setTimeout(look, LOOK_MS);
  };

  const turn = (on) => {
    video.hidden = !on;
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? button.dataset.stop : words;
  };

  button.addEventListener("click", async () => {
    if (stream) {
      for (const track of stream.getTracks()) track.stop();
      stream = null;
      turn(false);
      return;
    }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      turn(true);
      await video.play();
      look();
    } catch {
      said.textContent = camera.dataset.denied;
    }
  });
  camera.hidden = false;
}
