//! The token with which a program asks.

use actix_web::http::StatusCode;

use super::bearer::{AnyToken, Bearer};
use super::sent::own as answer;
use super::types::OwnToken;
use crate::domain::address::Api;
use crate::registry::View;
use crate::web::error::Reply;

/// What the token may do that is shown, for whom, and until when.
#[utoipa::path(get, path = Api::TOKEN, security(("token" = [])), responses((status = 200, body = OwnToken)))]
pub fn own(caller: &Bearer<AnyToken>, _: &View) -> Reply {
    answer(StatusCode::OK, &OwnToken::from(&caller.bearer))
}
