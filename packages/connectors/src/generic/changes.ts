import { createHash } from "node:crypto";
import {
  type Change,
  type ChangeReading,
  Container,
  type Moments,
  type SeenNote,
} from "@guildhall/contract";
import type { ChangeKeys } from "../change-keys.ts";
import { entryPasses } from "./judge.ts";
import { readMoment } from "./moments.ts";
import { firstText, type Reading } from "./reading.ts";

interface EntryOptions {
  readonly changes: ChangeReading;
  readonly moments: Moments;
  readonly keys: ChangeKeys;
  /** The end of the window: when a change was, where the entry does not say. */
  readonly to: Date;
}

/** What the back office calls the case of an entry. */
export function readReference(item: Reading, { reference, nothing }: ChangeReading) {
  const found = something(firstText(item, reference), nothing);
  return found !== undefined && /^[^\n\r\t]{1,200}$/.test(found) ? found : undefined;
}

/** Read one change of a case; none from an entry that says nothing of what we look for. */
export function readEntry(
  item: Reading,
  reference: string,
  { changes, moments, keys, to }: EntryOptions,
): Change[] {
  const text = (path: string | undefined) => something(firstText(item, path), changes.nothing);
  const status = changes.status
    .map((path) => text(path) ?? "")
    .filter((part) => part !== "")
    .join("/");
  const at = readMoment(text(changes.at), moments);
  const notes = readNotes(item, changes);
  const container = readContainer(item, changes);
  const said = {
    ...(status !== "" && { status: status.slice(0, 200) }),
    ...(notes.length > 0 && { notes }),
    ...(container && { container }),
  };
  if (Object.keys(said).length === 0) return [];
  const moment = text(changes.at);
  const named = changes.changeKey?.map((path) => text(path) ?? "") ?? (moment && [said, moment]);
  const changeKey = named
    ? `${reference}_${digest(JSON.stringify(named))}`
    : keys.keyOf(reference, digest(JSON.stringify(said)), to);
  return [{ reference, changeKey, ...said, at: at ?? to }];
}

function readNotes(item: Reading, { notes, nothing }: ChangeReading): SeenNote[] {
  if (!notes) return [];
  return item.items(notes.items).flatMap((entry) => {
    const text = something(firstText(entry, notes.text), nothing);
    if (text === undefined) return [];
    const author = firstText(entry, notes.author)?.slice(0, 200);
    const key = firstText(entry, notes.key) ?? digest(JSON.stringify([text, author]));
    const visibleToCitizen = notes.visibleWhen ? entryPasses(entry, notes.visibleWhen) : false;
    return [{ key: key.slice(0, 200), text, ...(author && { author }), visibleToCitizen }];
  });
}

function readContainer(item: Reading, { container = {}, flags = {}, nothing }: ChangeReading) {
  const texts = Object.entries(container).flatMap(([name, path]) => {
    const value = something(firstText(item, path), nothing);
    return value === undefined ? [] : [[name, value] as const];
  });
  const raised = Object.entries(flags).map(
    ([name, test]) => [name, entryPasses(item, test)] as const,
  );
  const part = (of: string) =>
    Object.fromEntries(
      texts
        .filter(([name]) => name.startsWith(`${of}.`))
        .map(([name, value]) => [name.slice(of.length + 1), numbered(name, value)]),
    );
  const parts = { submitter: part("submitter"), location: part("location") };
  const whole = {
    ...Object.fromEntries(Object.entries(parts).filter(([, held]) => Object.keys(held).length > 0)),
    ...(raised.length > 0 && { flags: Object.fromEntries(raised) }),
  };
  const read = Container.safeParse(whole);
  return read.success && Object.keys(whole).length > 0 ? read.data : undefined;
}

function numbered(name: string, value: string): string | number {
  return /^location\.(?:lat|lon)$/.test(name) ? Number(value) : value;
}

function something(text: string | undefined, nothing: readonly string[]): string | undefined {
  return text === undefined || text === "" || nothing.includes(text) ? undefined : text;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
