import type { KeyScope } from "./scope.ts";

/** What a key with each right can do, in words for a person who decides about it, in the order of the work. */
export const scopeWords: Readonly<Record<KeyScope, string>> = {
  "processes:read": "See requests and how far they have got",
  "drafts:write": "Fill in a form a page at a time",
  "processes:write": "Send in requests",
  "documents:read": "Read what people sent, and their files",
  "notes:read": "Read notes on a request",
  "notes:write": "Add notes to a request",
  "tasks:read": "See what has to be done",
  "tasks:write": "Update and complete tasks",
  "events:read": "See what happened to a request, in order",
  "subscriptions:read": "See webhooks, and what was sent to them",
  "subscriptions:write": "Set up webhooks, to be called when something happens",
  "deliveries:read": "See whether requests have reached a back office",
  "deliveries:write": "Send a request to a back office again",
  "messages:read": "See which messages were sent to people",
  "messages:write": "Say which messages have arrived, and which came back",
  "calls:read": "See the calls that keys have made",
  "services:read": "See how services are set up",
  "services:write": "Publish services",
  "connectors:read": "See the connections to back offices",
  "connectors:write": "Change the connections to back offices",
};
