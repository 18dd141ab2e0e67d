import { createHash } from "node:crypto";
import { withXml } from "@guildhall/xml";
import { usernameToken } from "./security.ts";

const now = new Date("2026-07-01T08:05:06.789Z");
const login = { userName: "a&b", password: "p<w" };
const nonce = Buffer.from("0123456789abcdef");

describe("a UsernameToken", () => {
  const read = (header: string) =>
    withXml(Buffer.from(header.replace(' soap:mustUnderstand="1"', "")), (root) =>
      Object.fromEntries(
        root
          .find(".//*")
          .map((node) => [node.content && ("name" in node ? node.name : ""), node.content]),
      ),
    );

  it("shows the password as it is, escaped", () => {
    const header = usernameToken(login, "text", now, nonce);

    expect(read(header)).toMatchObject({
      Username: "a&b",
      Password: "p<w",
      Created: "2026-07-01T08:05:06Z",
    });
    expect(header).toContain("#PasswordText");
  });

  it("shows the digest of nonce, time and password, and never the password", () => {
    const header = usernameToken(login, "digest", now, nonce);
    const wanted = createHash("sha1")
      .update(Buffer.concat([nonce, Buffer.from("2026-07-01T08:05:06Zp<w")]))
      .digest("base64");

    expect(read(header)).toMatchObject({ Password: wanted, Nonce: nonce.toString("base64") });
    expect(header).not.toContain("p&lt;w");
  });

  it("is another one each time", () => {
    expect(usernameToken(login, "digest", now)).not.toBe(usernameToken(login, "digest", now));
  });
});
