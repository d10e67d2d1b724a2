//! What the server asks and tells, on its way to the transport.

use futures::{StreamExt, stream::Map};
use serde_json::Value;
use tower_lsp::{ClientSocket, Loopback, jsonrpc::Request};

/// The server's end, with messages as JSON-RPC has them: one without parameters has none. The transport would send `null`
/// with the requests to refresh something, which a strict client refuses.
pub(super) struct Outgoing(pub(super) ClientSocket);

impl Loopback for Outgoing {
    type RequestStream = Map<<ClientSocket as Loopback>::RequestStream, fn(Request) -> Request>;
    type ResponseSink = <ClientSocket as Loopback>::ResponseSink;

    fn split(self) -> (Self::RequestStream, Self::ResponseSink) {
        let (requests, responses) = Loopback::split(self.0);
        (requests.map(without_null as fn(Request) -> Request), responses)
    }
}

fn without_null(request: Request) -> Request {
    if request.params() != Some(&Value::Null) {
        return request;
    }
    let (method, id, _) = request.into_parts();
    let plain = Request::build(method);
    match id {
        Some(id) => plain.id(id).finish(),
        None => plain.finish(),
    }
}
