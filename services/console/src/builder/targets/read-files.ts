import type { NewTarget } from "@guildhall/contract";
import { FormRefused } from "../../routes/form.ts";

/** What was sent to describe what a system takes. */
export interface SentDescription {
  readonly name: string;
  readonly source: string;
  /** Which of several is meant, once that was asked. */
  readonly root: string;
  readonly files: NewTarget["files"];
  readonly once: string;
}

/** Five megabytes of descriptions, and what a form has around them. */
const mostBytes = 8 * 1024 * 1024;

/**
 * Read the form with its files, or with what was read of them before: a page that asks which of several is meant sends
 * them along.
 *
 * @throws FormRefused where it is no such form, or larger than any description
 */
export async function readDescription(request: Request): Promise<SentDescription> {
  const form = await formIn(request);
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const kept = form.getAll("kept").flatMap((value) => (typeof value === "string" ? value : []));
  return {
    name: said("name"),
    source: said("source"),
    root: said("root"),
    once: said("once"),
    files: kept.length > 0 ? kept.flatMap(fileKept) : await filesSent(form, said("text")),
  };
}

async function formIn(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type))
    throw new FormRefused();
  const bytes = await bytesOf(request);
  try {
    return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
  } catch {
    throw new FormRefused();
  }
}

/** Bytes are counted as they come, since a length that was announced may be a lie. */
async function bytesOf(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    if (length > mostBytes) throw new FormRefused();
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Files are known by the last part of their name, as includes are. */
async function filesSent(form: FormData, pasted: string): Promise<NewTarget["files"]> {
  const files: NewTarget["files"] = [];
  for (const value of form.getAll("files")) {
    if (typeof value === "string" || value.size === 0) continue;
    files.push({ name: plainName(value.name), text: await value.text() });
  }
  return pasted === "" ? files : [...files, { name: "pasted", text: pasted }];
}

function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = last.replaceAll(/[^\w .()-]/g, "-").replace(/^[^\w]+/, "");
  return plain === "" ? "description" : plain.slice(0, 200);
}

/** A file that the page before has read: its name on the first line, and then what is in it. */
function fileKept(value: string): NewTarget["files"] {
  const [name = "", ...lines] = value.replaceAll("\r\n", "\n").split("\n");
  return [{ name: plainName(name), text: lines.join("\n") }];
}
