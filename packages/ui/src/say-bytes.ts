/** Say how large a file is, as people write it; `few` says so of less than a thousand bytes. */
export function sayBytes(bytes: number, few = (count: number) => `${count} bytes`): string {
  if (bytes < 1000) return few(bytes);
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)}KB`
    : `${(bytes / 1_000_000).toFixed(1)}MB`;
}
