import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { core, filesDesign } from "./designs.ts";
import { AlloyError } from "./errors.ts";
import { type Editor, newId } from "./item-shelf.ts";
import type { Items } from "./items.ts";

/** What Alloy takes as an attachment. */
const supported =
  /^(image\/(jpeg|png|gif|tiff|webp|heic|bmp)|audio\/[\w.+-]+|video\/[\w.+-]+|text\/(plain|csv)|application\/(pdf|zip|json|msword|rtf|vnd\.[\w.+-]+))$/;

export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Files {
  /** Keep a file and give the id of its item. @throws AlloyError `FileFormatNotSupported`, … */
  add(file: StoredFile, by: Editor): string;
  /** @throws AlloyError `FileNotFound` */
  get(id: string): StoredFile;
}

/** Keep the bytes of files in `folder`, and an item for each among the tenant's. */
export function createFiles(folder: string, items: Items, now: () => Date): Files {
  mkdirSync(folder, { recursive: true });
  return {
    add({ name, contentType, bytes }, by) {
      const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
      if (!supported.test(type)) {
        throw new AlloyError("FileFormatNotSupported", `Files of type "${type}" are not taken`);
      }
      if (bytes.byteLength === 0) throw new AlloyError("FileUploadFailed", "The file is empty");
      const attributes = [
        { attributeCode: core.originalName, value: name },
        { attributeCode: core.contentType, value: type },
      ];
      const itemId = newId(now());
      writeFileSync(join(folder, `${itemId}.new`), bytes, { flush: true });
      renameSync(join(folder, `${itemId}.new`), join(folder, itemId));
      const item = {
        designCode: filesDesign,
        attributes,
        parents: {},
        collection: "Live",
      } as const;
      items.create(item, by, itemId);
      return itemId;
    },
    get(id) {
      const item = items.get(id);
      if (item.designCode !== filesDesign) {
        throw new AlloyError("FileNotFound", `Item ${id} is no file`);
      }
      const { [core.originalName]: name, [core.contentType]: type } = item.attributes;
      const bytes = new Uint8Array(readFileSync(join(folder, id)));
      return { name: String(name), contentType: String(type), bytes };
    },
  };
}

/**
 * Read the file name of a `Content-Disposition` header, the extended form (RFC 5987) first.
 *
 * @throws AlloyError `FileUploadFailed` where it names none.
 */
export function fileNameOf(disposition: string | undefined): string {
  const extended = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? "")?.[1];
  const plain = /filename="((?:[^"\\]|\\.)*)"/i
    .exec(disposition ?? "")?.[1]
    ?.replace(/\\(.)/g, "$1");
  const bare = /filename=([^";\s]+)/i.exec(disposition ?? "")?.[1];
  const name = (extended ? decode(extended) : undefined) ?? plain ?? bare;
  if (name) return name;
  throw new AlloyError("FileUploadFailed", "Content-Disposition names no file");
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a name that is not UTF-8 is left to the plain form
  }
}
