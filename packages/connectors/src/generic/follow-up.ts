import { CaseUpdate, type Evidence, type Moments, type Outgoing } from "@guildhall/contract";
import { NotAccepted } from "../not-accepted.ts";
import type { File } from "./draft.ts";
import { writeMoment } from "./moments.ts";
import type { Facts } from "./template.ts";

/** What every request of a delivery may name. */
export function commonFacts({ reference, key, theirReference }: Outgoing): Facts {
  return { reference, key, theirReference };
}

/**
 * Read the frozen body of a delivery that is no create.
 *
 * @throws NotAccepted
 */
export function readUpdate({ body, does, theirReference }: Outgoing): CaseUpdate {
  const read = CaseUpdate.safeParse(parsed(body));
  if (!read.success || read.data.operation !== does) throw refused("document-invalid");
  if (theirReference === undefined) throw refused("reference-missing");
  return read.data;
}

/** What a follow-up's templates name, in the clock of the back office. */
export function factsOf(update: CaseUpdate, moments: Moments, file?: File): Facts {
  const moment = (at: string) => writeMoment(new Date(at), moments);
  switch (update.operation) {
    case "note":
      return { ...under("note", update.note), "note.at": moment(update.note.at) };
    case "attach":
      return {
        "document.id": update.document,
        "document.name": file?.name ?? update.name,
        "document.contentType": file?.contentType,
        "document.base64": file && Buffer.from(file.bytes).toString("base64"),
      };
    case "update": {
      const { submitter = {}, location = {}, flags = {} } = update.container;
      const { stage, status, at } = update;
      const own = { stage, status, at: moment(at), ...under("flags", flags) };
      return { ...own, ...under("submitter", submitter), ...under("location", location) };
    }
  }
}

/** @throws NotAccepted where the file cannot be read now, or there is none */
export async function readFile(evidence: readonly Evidence[]): Promise<File> {
  const [file] = evidence;
  if (!file) throw refused("evidence-missing");
  try {
    return { name: file.name, contentType: file.contentType, bytes: await file.read() };
  } catch {
    throw new NotAccepted({ outcome: "retry", code: "evidence-unreadable" });
  }
}

function under(
  name: string,
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): Facts {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]),
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function refused(code: string): NotAccepted {
  return new NotAccepted({ outcome: "refused", code });
}
