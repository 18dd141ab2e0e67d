import type { Operation } from "../connector.ts";

const always = ["reference", "key", "token", "credential.userName", "credential.password"] as const;
const ofCase = [...always, "theirReference"] as const;

/**
 * What can be written into a request, by the request that it is for.
 *
 * `reference` is ours, `theirReference` what the back office calls the case, `key` the same at every attempt of one
 * delivery. `token` is what a log-on gave. `document` is what the mapping made; `document.inner` what stands within the
 * root of an XML document.
 */
export const factsFor = {
  create: [...always, "document", "document.inner"],
  note: [...ofCase, "note.id", "note.text", "note.author", "note.at", "note.byCitizen"],
  attach: [...ofCase, "document.id", "document.name", "document.contentType", "document.base64"],
  update: [
    ...ofCase,
    ...["stage", "status", "at"],
    ...["submitter.name", "submitter.email", "submitter.phone", "submitter.address"],
    ...["location.address", "location.uprn", "location.lat", "location.lon"],
    "flags.*",
  ],
  logOn: ["credential.userName", "credential.password", "credential.apiKey"],
  find: [...ofCase, "note.id"],
  poll: ["token", "credential.userName", "credential.password", "from", "to"],
  each: ["token", "credential.userName", "credential.password", "theirReference"],
  codes: ["token", "credential.userName", "credential.password"],
} as const satisfies Record<Operation | string, readonly string[]>;

/** Which request of a connector a template belongs to. */
export type Purpose = keyof typeof factsFor;

/** The names between braces in a template. */
export function namesIn(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/** The first name in a template that stands for nothing in requests of this purpose. */
export function unknownName(template: string, purpose: Purpose): string | undefined {
  const known: readonly string[] = factsFor[purpose];
  return namesIn(template).find(
    (name) =>
      !known.includes(name) &&
      !(known.includes("flags.*") && /^flags\.[a-z0-9-]{1,80}$/.test(name)),
  );
}
