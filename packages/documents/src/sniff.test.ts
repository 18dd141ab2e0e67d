import { begins, docxEntries, gif, jpeg, pdf, png, xlsxEntries, zip } from "./fixtures.ts";
import { sniff } from "./sniff.ts";

const ooxml = "application/vnd.openxmlformats-officedocument";
const text = Buffer.from("date,time\n2026-01-01,23:40\n");
const polyglot = Buffer.from("GIF89a/*\0\0\0\0\0*/=1;alert(1)//;");

describe("sniff", () => {
  it.each<[string, string, Buffer, string]>([
    ["a.pdf", "application/pdf", pdf(), "pdf"],
    ["a.jpg", "image/jpeg", jpeg(), "jpg"],
    ["A.JPEG", "image/jpeg", jpeg(), "jpg"],
    ["a.png", "image/png", png(), "png"],
    ["a.gif", "image/gif", gif, "gif"],
    ["a.heic", "image/heic", begins.heic, "heic"],
    ["a.webp", "image/webp", begins.webp, "webp"],
    ["a.docx", `${ooxml}.wordprocessingml.document`, zip(docxEntries), "docx"],
    ["a.xlsx", `${ooxml}.spreadsheetml.sheet`, zip(xlsxEntries), "xlsx"],
    ["a.txt", "text/plain; charset=utf-8", text, "txt"],
    ["a.csv", "application/vnd.ms-excel", text, "csv"],
    ["a.mp3", "audio/mpeg", begins.mp3, "mp3"],
    ["a.m4a", "audio/x-m4a", begins.m4a, "m4a"],
    ["a.wav", "audio/wav", begins.wav, "wav"],
    ["a.mp4", "video/mp4", begins.mp4, "mp4"],
    ["a.mov", "video/quicktime", begins.mov, "mov"],
    ["a.heic", "application/octet-stream", begins.heic, "heic"],
  ])("takes %s declared as %s", async (name, type, head, kind) => {
    expect(await sniff(head, name, type)).toBe(kind);
  });

  it.each<[string, string, string, Buffer, string]>([
    ["HTML called PDF", "a.pdf", "application/pdf", Buffer.from("<html><script>"), "file-mismatch"],
    ["a program called PDF", "a.pdf", "application/pdf", begins.exe, "file-mismatch"],
    ["SVG called PNG", "a.png", "image/png", Buffer.from("<svg onload=alert(1)>"), "file-mismatch"],
    ["SVG", "a.svg", "image/svg+xml", Buffer.from("<svg/>"), "file-kind"],
    ["HTML", "a.html", "text/html", Buffer.from("<p>"), "file-kind"],
    [
      "HTML called text",
      "a.txt",
      "text/plain",
      Buffer.from("\ufeff <script>alert(1)"),
      "file-mismatch",
    ],
    ["a script called text", "a.txt", "text/plain", Buffer.from("#!/bin/sh\n"), "file-mismatch"],
    ["binary data called CSV", "a.csv", "text/csv", Buffer.from("a,b\0c"), "file-mismatch"],
    ["a picture called text", "a.txt", "text/plain", png(), "file-mismatch"],
    ["PNG called JPEG", "a.jpg", "image/jpeg", png(), "file-mismatch"],
    ["JPEG declared as PDF", "a.jpg", "application/pdf", jpeg(), "file-mismatch"],
    ["GIF called JavaScript", "a.js", "text/javascript", polyglot, "file-kind"],
    ["GIF declared as JavaScript", "a.gif", "text/javascript", polyglot, "file-mismatch"],
    ["a program", "a.exe", "application/x-msdownload", begins.exe, "file-kind"],
    ["a program disguised by its name", "a.exe.pdf", "application/pdf", pdf(), "file-name"],
    ["a name with a lone surrogate", "a\ud800.pdf", "application/pdf", pdf(), "file-name"],
    ["a name with U+0000", "a.pdf\0.exe", "application/pdf", pdf(), "file-name"],
    ["a name without extension", "evidence", "application/pdf", pdf(), "file-kind"],
    ["an empty file", "a.txt", "text/plain", Buffer.alloc(0), "file-mismatch"],
  ])("refuses %s", async (_, ...[name, type, head, code]) => {
    await expect(sniff(head, name, type)).rejects.toMatchObject({
      code: "file-not-allowed",
      faults: [{ pointer: "/file", code }],
    });
  });
});
