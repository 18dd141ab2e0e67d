import { isFromOurPages } from "./same-origin.ts";

const publicUrl = "https://services.example";

describe("isFromOurPages", () => {
  it.each<[Record<string, string>, string]>([
    [{ "sec-fetch-site": "same-origin" }, "a browser says so"],
    [{ "sec-fetch-site": "none" }, "a person sent it again by hand"],
    [
      { "sec-fetch-site": "same-origin", origin: "null" },
      "the origin is hidden but the browser vouches for it",
    ],
    [{ origin: "https://services.example" }, "an older browser names our origin"],
    [
      { referer: "https://services.example/c/exampleshire/" },
      "only the page that was left is known",
    ],
  ])("takes %j: %s", (headers) => {
    expect(isFromOurPages(new Headers(headers), publicUrl)).toBe(true);
  });

  it.each<[Record<string, string>]>([
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "cross-site", origin: "https://services.example" }],
    [{ origin: "null" }],
    [{ origin: "https://services.example.evil.example" }],
    [{ origin: "http://services.example" }],
    [{ origin: "null", referer: "https://services.example/" }],
    [{ referer: "https://evil.example/?https://services.example" }],
    [{}],
  ])("refuses %j", (headers) => {
    expect(isFromOurPages(new Headers(headers), publicUrl)).toBe(false);
  });
});
