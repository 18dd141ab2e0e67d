import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The guides for whoever builds on the API, in the order to read them. */
const names = [
  "first-call-in-five-minutes",
  "authenticate",
  "work-a-case-from-a-back-office",
  "receive-a-webhook",
  "publish-a-service",
  "build-a-service",
  "connect-fixmystreet",
  "move-from-ieg4",
] as const;

export interface Guide {
  readonly name: string;
  readonly title: string;
  /** Its first paragraph. */
  readonly summary: string;
  readonly markdown: string;
}

export async function findGuide(folder: string, name: string): Promise<Guide | undefined> {
  const known = names.find((one) => one === name);
  if (known === undefined) return undefined;
  const markdown = await readFile(join(folder, `${known}.md`), "utf8");
  const [heading = "", summary = ""] = markdown.split(/\n{2,}/);
  return {
    name,
    title: heading.replace(/^# /, ""),
    summary: summary.replaceAll("\n", " "),
    markdown,
  };
}

export async function listGuides(folder: string): Promise<Guide[]> {
  const guides = await Promise.all(names.map((name) => findGuide(folder, name)));
  return guides.filter((guide) => guide !== undefined);
}
