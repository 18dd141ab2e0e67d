/** How a case ties to the platform: where to call, and with which right. */
export interface Link {
  readonly callbackUrl: string;
  readonly grant: string;
}

/** Read a case's link; undefined for a case that the platform did not hand over. */
export function readLink(callbackUrl: unknown, grant: unknown): Link | undefined {
  if (typeof callbackUrl !== "string" || typeof grant !== "string" || grant === "") {
    return undefined;
  }
  const isAddress = /^https?:\/\//.test(callbackUrl) && URL.canParse(callbackUrl);
  return isAddress ? { callbackUrl, grant } : undefined;
}
