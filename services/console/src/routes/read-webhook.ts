import { NewSubscription } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../pages/frame.ts";
import type { TypedWebhook } from "../pages/webhooks-page.tsx";
import type { ReadForm } from "./read-key.ts";

const words: Faults = {
  url: "Enter an address that begins with https://",
  description: "What it is for must be 200 characters or fewer",
  events: "Choose what it is told of",
  signature: "Choose how webhooks are signed",
};

/** Read the form that adds a webhook. */
export function readWebhook(fields: Fields): ReadForm<TypedWebhook, NewSubscription> {
  const typed = {
    url: (fieldOf(fields, "url") ?? "").trim(),
    description: (fieldOf(fields, "description") ?? "").trim(),
    events: fields.get("events") ?? [],
    signature: fieldOf(fields, "signature") ?? "",
  };
  const { description, ...rest } = typed;
  const read = NewSubscription.safeParse({ ...rest, ...(description ? { description } : {}) });
  const wrong = new Set(read.error?.issues.map(({ path }) => String(path[0])));
  if (!/^https?:\/\//i.test(typed.url)) wrong.add("url");
  const faults = Object.fromEntries(Object.entries(words).filter(([field]) => wrong.has(field)));
  return { typed, faults, asked: wrong.size === 0 ? read.data : undefined };
}
