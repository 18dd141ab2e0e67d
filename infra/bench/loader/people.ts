import { request } from "undici";
import { benchService } from "../service-name.ts";
import { submissionOf } from "../submission.ts";

/** People who fill the bench's form in, each in a browser of their own. */
export interface Filling {
  readonly origin: string;
  readonly tenant: string;
  readonly count: number;
}

const atOnce = 16;

/** The page in the middle of the bench's form: the one that follows is not reached before it is answered. */
export const middlePage = "the-move";

/** The address of a page of the bench's form. */
export function pageOf({ origin, tenant }: Omit<Filling, "count">, page = ""): string {
  return `${origin}/c/${tenant}/services/${benchService}${page && `/${page}`}`;
}

/** Have each begin a form, answer its first page and open the second; gives what their browsers keep. */
export async function fillHalfway(filling: Filling): Promise<string[]> {
  const cookies: string[] = [];
  const people = Array.from({ length: filling.count }, (_, nth) => nth).values();
  const one = async () => {
    for (const nth of people) cookies.push(await fillOne(filling, nth));
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return cookies;
}

async function fillOne(filling: Filling, nth: number): Promise<string> {
  const begun = await send(pageOf(filling), "", new URLSearchParams());
  const cookie = begun.cookie ?? "";
  const { accountNumber, firstName, lastName, email, phone } = submissionOf(nth);
  const fields = new URLSearchParams({ accountNumber, firstName, lastName, email, phone });
  const first = pageOf(filling, "about-you");
  const answered = await send(first, cookie, fields);
  if (!answered.location.endsWith(middlePage))
    throw new Error(`${first} led to ${answered.location || answered.status}`);
  const shown = await send(pageOf(filling, middlePage), cookie);
  if (shown.status !== 200) throw new Error(`${middlePage} answered ${shown.status}`);
  return cookie;
}

/** Ask for a page, or send one, as a browser does that was shown it. */
async function send(url: string, cookie: string, fields?: URLSearchParams) {
  const { statusCode, headers, body } = await request(url, {
    method: fields ? "POST" : "GET",
    headers: {
      "sec-fetch-site": "same-origin",
      ...(cookie === "" ? {} : { cookie }),
      ...(fields ? { "content-type": "application/x-www-form-urlencoded" } : {}),
    },
    ...(fields ? { body: fields.toString() } : {}),
  });
  await body.dump();
  const [kept] = [headers["set-cookie"]].flat();
  return {
    status: statusCode,
    location: String(headers.location ?? ""),
    cookie: kept?.split(";")[0],
  };
}
