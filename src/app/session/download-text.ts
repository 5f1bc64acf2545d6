/** Hands the text to the user as a file, when neither disk nor browser would keep it. */
export function downloadText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name || 'speech.txt';
  link.click();
  // The download has begun; the address is no longer needed once it was read.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
