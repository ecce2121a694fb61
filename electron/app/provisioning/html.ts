// A page that stands by itself: no script, nothing from outside, everything that is quoted escaped.

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export interface Page {
  readonly language: string;
  readonly title: string;
  readonly style: string;
  /** HTML. */
  readonly body: string;
}

export function printPage({ language, title, style, body }: Page): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>
body { font: 10pt/1.4 system-ui, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif; color: #111; margin: 0; }
${style}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
