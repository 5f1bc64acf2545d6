/** Only a whole page is one by its content; a piece of HTML is one by the name of the file. */
export function looksLikeHtml(text: string, name: string): boolean {
  const start = text
    .slice(0, 4000)
    .replace(/^\ufeff/, '')
    .replace(/^(?:\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->)+/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  return /\.x?html?$/i.test(name) && /<[a-z!/][^<>]*>/i.test(text);
}
