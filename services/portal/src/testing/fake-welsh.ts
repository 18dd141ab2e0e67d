import type { Service, ServiceDefinition, Tracking } from "@guildhall/contract";
import { mapTexts } from "@guildhall/forms";
import type { Context } from "hono";

/** What stands in for the Welsh of a service: no page of ours says it. */
export function fakeWelsh(text: string): string {
  return `‹${text}›`;
}

/** Say a service, or what became of a request, in the language that was asked for. */
export function said<T extends Service | Tracking>(
  c: Context,
  { offersWelsh }: { readonly offersWelsh: boolean },
  english: T,
): T {
  if (!offersWelsh) return english;
  const offered = { ...english, languages: ["en" as const, "cy" as const] };
  return c.req.query("language") === "cy" ? inFakeWelsh(offered) : offered;
}

/** Say it in words that can be told from those of a page. */
function inFakeWelsh<T extends Service | Tracking>(english: T): T {
  return "form" in english ? serviceIn(english) : trackingIn(english);
}

function serviceIn<T extends object>(service: T): T {
  // Only its texts are changed, whatever else it has.
  return mapTexts(service as unknown as ServiceDefinition, fakeWelsh) as unknown as T;
}

function trackingIn<T>(tracking: T): T {
  const names = new Set(["serviceTitle", "targetText", "title", "text"]);
  return JSON.parse(JSON.stringify(tracking), (name, value) =>
    names.has(name) && typeof value === "string" ? fakeWelsh(value) : value,
  );
}
