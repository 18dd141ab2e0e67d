import { refuseFile } from "../refuse-file.ts";
import type { Ends } from "./ends.ts";

const slackBytes = 1024;

/** Refuse a PDF that is broken off, begins or ends as something else, or asks for a password. */
export function checkPdf({ head, tail }: Ends): void {
  if (!head.subarray(0, 5).equals(Buffer.from("%PDF-"))) throw refuseFile("file-mismatch");
  const end = tail.lastIndexOf("%%EOF");
  if (end === -1 || tail.length - end > slackBytes) throw refuseFile("file-damaged");
  if (/\/Encrypt\b/.test(head.toString("latin1") + tail.toString("latin1"))) {
    throw refuseFile("file-unsafe");
  }
}
