import type { CDPSession, Page } from "playwright-core";

/** What a page was made of, as it came over the wire. */
export interface Weight {
  readonly bytes: number;
  readonly requests: number;
}

/** Watches what a page in a real browser asks for, sets and breaks. */
export interface Watch {
  /** Addresses outside the place that was given, and what the policy of a page did not allow. */
  readonly trespasses: readonly string[];
  /** Count from here on. */
  begin(): void;
  weight(): Weight;
}

/** Watch a page that may ask nothing of anyone but `base`. */
export async function watch(page: Page, base: string): Promise<Watch> {
  const trespasses: string[] = [];
  const counted = { bytes: 0, requests: 0 };
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${base}/`)) trespasses.push(url);
  });
  page.on("console", (message) => {
    if (/Content[- ]Security[- ]Policy|Refused to/i.test(message.text()))
      trespasses.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => trespasses.push(`${page.url()}: ${error.message}`));
  const wire: CDPSession = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  wire.on("Network.responseReceived", () => {
    counted.requests += 1;
  });
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => {
    counted.bytes += encodedDataLength;
  });
  return {
    trespasses,
    begin: () => Object.assign(counted, { bytes: 0, requests: 0 }),
    weight: () => ({ ...counted }),
  };
}
