import { createCipheriv } from "node:crypto";
import { openAddress, sealAddress } from "./address-token.ts";

const secret = Buffer.alloc(32, 1);
const now = new Date("2026-11-22T12:00:00Z");
const expiresAt = new Date(now.getTime() + 3_600_000);
const email = "ada@example.com";

describe("an address that was confirmed", () => {
  const token = sealAddress(secret, { email, expiresAt });

  it("is read from its link, and from each of several", () => {
    expect(openAddress(secret, token, now)).toBe(email);
    const another = sealAddress(secret, { email, expiresAt });
    expect(another).not.toBe(token);
    expect(openAddress(secret, another, now)).toBe(email);
  });

  it("cannot be read by whoever sees the link", () => {
    expect(token).toMatch(/^[\w-]+$/);
    expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("ada");
  });

  it("is not believed from the moment that it ends", () => {
    expect(openAddress(secret, token, new Date(expiresAt.getTime() - 1))).toBe(email);
    expect(openAddress(secret, token, expiresAt)).toBeUndefined();
  });

  it("is not believed with any letter altered, cut off or put to it", () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === "A" ? "B" : "A";
      const altered = `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
      expect(openAddress(secret, altered, now)).toBeUndefined();
      expect(openAddress(secret, token.slice(0, at), now)).toBeUndefined();
    }
    for (const more of ["A", "AAAA", "=", " ", "/"])
      expect(openAddress(secret, `${token}${more}`, now)).toBeUndefined();
  });

  it("is not believed under another secret, or where it was sealed for another purpose", () => {
    expect(openAddress(Buffer.alloc(32, 2), token, now)).toBeUndefined();
    const cipher = createCipheriv("aes-256-gcm", secret, Buffer.alloc(12));
    cipher.setAAD(Buffer.from("guildhall/another/1"));
    const sealed = cipher.update(JSON.stringify([expiresAt.getTime(), email]), "utf8");
    const parts = [Buffer.alloc(12), sealed, cipher.final(), cipher.getAuthTag()];
    const foreign = Buffer.concat(parts).toString("base64url");
    expect(openAddress(secret, foreign, now)).toBeUndefined();
  });
});
