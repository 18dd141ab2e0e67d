import type { AlarmKind } from "@guildhall/contract";
import type { AlarmRow } from "@guildhall/store";
import { wordsOfCode } from "../delivery/code-words.ts";
import { wordsOfMessageCode } from "../message/code-words.ts";

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
  "message-stuck": (data) => {
    const { means, advice } = wordsOfMessageCode(said(data.code));
    return { title: `Messages were not sent: ${lowerFirst(means)}`, advice };
  },
  "connector-stopped": (data) => ({
    title: `We have stopped sending to ${connectorIn(data)}: ${lowerFirst(wordsOfCode(said(data.code)).means)}`,
    advice: `Nothing is lost: we try again by ourselves, and what waits is sent once it answers. ${wordsOfCode(said(data.code)).advice}`,
  }),
  "polling-failed": (data, subject) => ({
    title: `We cannot see what has changed in ${connectorIn(data, subject)}`,
    advice:
      "Its statuses and notes have not reached citizens for more than a day. We go on asking; see whether it answers, and whether its credential may still search.",
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
    title: `The certificate ${said(data.name) || subject} ${endIn(data)}`,
    advice: "Put a new one in its place in time, or connections that need it fail.",
  }),
  "design-drifted": (data, subject) => ({
    title: `What ${connectorIn(data, subject)} takes has changed: ${failing(data)}`,
    advice: "See on the connector's page which services would fail, and put their mappings right.",
  }),
  "queue-stuck": (_, subject) => ({
    title: `Work does not move in ${subject}`,
    advice: "Whoever runs the platform has to look at its worker processes and at Redis.",
  }),
  "scan-stuck": (data) => ({
    title: "Files that people sent cannot be checked for malware",
    advice: `They are kept and go nowhere until they are checked, which we go on trying. Whoever runs the platform has to look at clamd: ${troubleOf(data)}.`,
  }),
  "feedback-waiting": feedbackWords,
  "publication-failed": (data, subject) => ({
    title: `“${said(data.title) || subject}” did not go live at its time`,
    advice: `Nothing was changed: ${said(data.reason) || "it could not be published"} Put the draft right, and publish it or give it another time.`,
  }),
};

/** What a page of a service, or of the council's own, is said to have. */
function feedbackWords({ title }: Data): AlarmWords {
  const about =
    said(title) === "" ? "one of the council’s own pages" : `the pages of “${said(title)}”`;
  return {
    title: `Somebody has said that something is wrong with ${about}`,
    advice: "Read it beside the question it is about, and say when it is dealt with.",
  };
}

function troubleOf({ code }: Data): string {
  return scanTroubles[said(code)] ?? "it gives no verdict";
}

const scanTroubles: Readonly<Record<string, string>> = {
  "scanner-away": "it cannot be reached",
  "scanner-silent": "it does not answer in time",
  "scanner-cut-off": "it ends the connection before it answers",
  "scanner-limit": "its StreamMaxLength is less than the 25 MB that a file may have",
  "document-unreadable": "it was not asked, since a file could not be read from the disk",
};

function connectorIn({ name, connector }: Data, otherwise = "a back office"): string {
  return said(name) || said(connector) || otherwise;
}

function failing({ services }: Data): string {
  const titles = Array.isArray(services) ? services.map((title) => `“${said(title)}”`) : [];
  return titles.length === 0 ? "services would fail" : `${titles.join(", ")} would fail`;
}

function endIn(data: Data): string {
  const isMissing = data.days === undefined && data.file !== undefined;
  return isMissing ? `cannot be read from ${said(data.file)}` : `ends ${daysIn(data)}`;
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
