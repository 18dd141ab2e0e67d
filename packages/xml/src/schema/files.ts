import type { SchemaSet } from "@guildhall/contract";
import { closeBuffer, openBuffer, readBuffer, xmlRegisterInputProvider } from "libxml2-wasm";

/** A set's files by name, as the parser takes them. */
export type SchemaFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Encode a set's files without their XML declarations.
 *
 * What is text already has no other encoding, whatever a declaration still says; its line breaks stay.
 */
export function toSchemaFiles({ files }: SchemaSet): SchemaFiles {
  return new Map(
    Object.entries(files).map(([name, source]) => [name, Buffer.from(withoutDeclaration(source))]),
  );
}

export function withoutDeclaration(source: string): string {
  return source.replace(/^\ufeff?(?:<\?xml\s[^>]*\?>)?/, (found) => found.replace(/[^\n]/g, ""));
}

/** A set is flat: whatever folder or address a reference gives, the file of that name is meant. */
export function fileNameOf(reference: string): string {
  return reference.split("/").at(-1) ?? reference;
}

/**
 * Run `work` while includes and imports are found in these files.
 *
 * The parser has no other way to any file: there is no disk and no network where it runs. And it has
 * none while a document is checked, so a document cannot name a schema of its own.
 */
export function withFiles<T>(files: SchemaFiles, work: () => T): T {
  if (!isRegistered) register();
  open = files;
  try {
    return work();
  } finally {
    open = undefined;
  }
}

let open: SchemaFiles | undefined;
let isRegistered = false;

function register(): void {
  isRegistered = xmlRegisterInputProvider({
    match: (reference) => open?.has(fileNameOf(reference)) ?? false,
    open: (reference) => {
      const file = open?.get(fileNameOf(reference));
      return file && openBuffer(file);
    },
    read: readBuffer,
    close: (handle) => {
      closeBuffer(handle);
      return true;
    },
  });
  if (!isRegistered) throw new Error("The parser takes no more input providers.");
}
