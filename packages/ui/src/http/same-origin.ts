/**
 * Tell whether a request that changes something came from a page of ours.
 *
 * Browsers say so in `Sec-Fetch-Site`, which no page can set: `same-origin`, or `none` where a person sent it again by
 * hand. Older ones give the origin, or the page that was left; theirs must be the public one, since the address of
 * the request itself is another behind a proxy. An origin of `null` says nothing, so it is not ours.
 */
export function isFromOurPages(headers: Headers, publicUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const from = headers.get("origin") ?? headers.get("referer");
  return from !== null && originOf(from) === originOf(publicUrl);
}

function originOf(url: string): string | undefined {
  const origin = URL.canParse(url) ? new URL(url).origin : "null";
  return origin === "null" ? undefined : origin;
}
