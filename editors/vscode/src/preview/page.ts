import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** The page of the webview, which has nothing in it yet. It runs our script and takes our style, and nothing else. */
export function page(webview: vscode.Webview, media: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const resource = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${resource('preview.css')}">
</head>
<body>
<p id="notice" role="status" hidden></p>
<div id="desk" hidden><article id="page"></article></div>
<script nonce="${nonce}" src="${resource('preview.js')}"></script>
</body>
</html>`;
}
