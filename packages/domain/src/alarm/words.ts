import type { AlarmKind } from "@guildhall/contract";
import type { AlarmRow } from "@guildhall/store";
import { wordsOfCode } from "../delivery/code-words.ts";

/** What is wrong, and what to do about it. */
export interface AlarmWords {
  readonly title: string;
  readonly advice: string;
}

type Data = Readonly<Record<string, unknown>>;

/** Say an alarm in words that whoever looks after it can act on. */
export function wordsOfAlarm({
  kind,
  subject,
  data,
}: Pick<AlarmRow, "kind" | "subject" | "data">): AlarmWords {
  // Written by `raiseAlarm`: an object.
  return byKind[kind](JSON.parse(data) as Data, subject);
}

const byKind: Readonly<Record<AlarmKind, (data: Data, subject: string) => AlarmWords>> = {
  "delivery-stuck": (data) => {
    const { means, advice } = wordsOfCode(said(data.code));
    return { title: `Cases wait to be sent to ${connectorIn(data)}: ${lowerFirst(means)}`, advice };
  },
  "connector-stopped": (data) => ({
    title: `We have stopped sending to ${connectorIn(data)}: ${lowerFirst(wordsOfCode(said(data.code)).means)}`,
    advice: `Nothing is lost: we try again by ourselves, and what waits is sent once it answers. ${wordsOfCode(said(data.code)).advice}`,
  }),
  "status-unmapped": (data, subject) => ({
    title: `A status of ${connectorIn(data, subject)} is in no status table`,
    advice:
      "Its cases stay at the stage they had. Say in the connector's or the service's status table what it means to the citizen.",
  }),
  "key-expiring": (data, subject) => ({
    title: `The key “${said(data.name) || subject}” ends ${daysIn(data)}`,
    advice: "Rotate it before then, or those who use it are refused.",
  }),
  "certificate-expiring": (data, subject) => ({
    title: `The certificate ${said(data.name) || subject} ends ${daysIn(data)}`,
    advice: "Put a new one in its place before then, or connections that need it fail.",
  }),
  "design-drifted": (data, subject) => ({
    title: `What ${connectorIn(data, subject)} takes has changed: ${failing(data)}`,
    advice: "See on the connector's page which services would fail, and put their mappings right.",
  }),
  "queue-stuck": (_, subject) => ({
    title: `Work does not move in ${subject}`,
    advice: "Whoever runs the platform has to look at its worker processes and at Redis.",
  }),
};

function connectorIn({ name, connector }: Data, otherwise = "a back office"): string {
  return said(name) || said(connector) || otherwise;
}

function failing({ services }: Data): string {
  const titles = Array.isArray(services) ? services.map((title) => `“${said(title)}”`) : [];
  return titles.length === 0 ? "services would fail" : `${titles.join(", ")} would fail`;
}

function daysIn({ days }: Data): string {
  if (typeof days !== "number") return "soon";
  if (days < 0) return "now";
  return days <= 1 ? "within a day" : `within ${days} days`;
}

function said(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function lowerFirst(sentence: string): string {
  const text = sentence.replace(/\.$/, "");
  return text.charAt(0).toLowerCase() + text.slice(1);
}
