import { refuseFile } from "../refuse-file.ts";

/** Refuse a picture that would take all memory of whoever opens it, however small the file. */
export function refuseHuge(width: number, height: number): void {
  if (Math.max(width, height) > 20_000 || width * height > 100_000_000) {
    throw refuseFile("file-unsafe");
  }
}
