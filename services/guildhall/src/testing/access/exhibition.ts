import type { BrowserContext } from "playwright-core";

/** A page that was made before, with what it was answered with. */
export interface Exhibit {
  readonly name: string;
  readonly url: string;
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

/** Show a browser pages that were made before, each at its own address; whatever they are drawn with comes from `ask`. */
export async function hang(
  context: BrowserContext,
  ask: (path: string) => Promise<Response>,
): Promise<(exhibit: Exhibit) => string> {
  let shown: Exhibit | undefined;
  await context.route("**/*", async (route) => {
    const request = route.request();
    if (shown && request.isNavigationRequest() && request.url() === shown.url) {
      const headers = Object.fromEntries([...shown.headers].filter(([name]) => name !== "refresh"));
      return route.fulfill({ status: shown.status, body: shown.html, headers });
    }
    const { pathname, search } = new URL(request.url());
    const answer = await ask(`${pathname}${search}`);
    const body = Buffer.from(await answer.arrayBuffer());
    return route.fulfill({
      status: answer.status,
      body,
      headers: Object.fromEntries(answer.headers),
    });
  });
  return (exhibit) => {
    shown = exhibit;
    return exhibit.url;
  };
}
