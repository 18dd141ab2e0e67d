import { FlattenedSign, importJWK } from "jose";
import { createSigningKey } from "./key-set.ts";
import { readSignedRecipe, signRecipe } from "./recipe-signature.ts";

const key = createSigningKey((n) => new Uint8Array(n).fill(7));
const other = createSigningKey((n) => new Uint8Array(n).fill(8));

describe("the signature of a recipe", () => {
  it("gives the text back to whoever trusts its key", async () => {
    const file = await signRecipe(key, '{"title":"sŵn"}');
    expect(await readSignedRecipe(file, [other.publicJwk, key.publicJwk])).toEqual({
      text: '{"title":"sŵn"}',
      kid: key.kid,
    });
  });

  it("says whose key it would need to trust", async () => {
    const file = await signRecipe(key, "{}");
    expect(await readSignedRecipe(file, [other.publicJwk])).toEqual({
      fault: "unknown-publisher",
      kid: key.kid,
    });
  });

  it("does not fit what was changed after it, in any of its parts", async () => {
    const file = await signRecipe(key, "{}");
    const broken = { fault: "broken-signature" };
    const forged = await signRecipe(other, "{}");
    const changes = [
      { payload: Buffer.from("[]").toString("base64url") },
      { signature: forged.signature },
      { signature: "" },
      { protected: "" },
      { protected: Buffer.from('{"alg":"none"}').toString("base64url") },
      { protected: headerOf({ alg: "EdDSA", kid: key.kid, typ: "JWT" }) },
      { protected: headerOf({ alg: "HS256", kid: key.kid, typ: "guildhall-recipe+jws" }) },
    ];
    for (const change of changes)
      expect([change, await readSignedRecipe({ ...file, ...change }, [key.publicJwk])]).toEqual([
        change,
        broken,
      ]);
  });
});

describe("the header of a recipe", () => {
  const typ = "guildhall-recipe+jws";
  const signedWith = async (header: object) => {
    const { payload, signature, ...signed } = await new FlattenedSign(Buffer.from("{}"))
      .setProtectedHeader({ alg: "EdDSA", ...header })
      .sign(await importJWK({ ...key.privateJwk }, "EdDSA"));
    return { payload, protected: signed.protected ?? "", signature };
  };

  it("says the algorithm, the type and the key, and nothing else", async () => {
    const { kid, publicJwk } = key;
    expect(await readSignedRecipe(await signedWith({ typ, kid }), [publicJwk])).toEqual({
      text: "{}",
      kid,
    });
    const others = [
      { typ },
      { kid },
      { typ, kid, jwk: other.publicJwk },
      { typ, kid, cty: "json" },
      { typ, kid, b64: true },
    ];
    for (const header of others)
      expect([header, await readSignedRecipe(await signedWith(header), [publicJwk])]).toEqual([
        header,
        { fault: "broken-signature" },
      ]);
  });
});

function headerOf(header: object): string {
  return Buffer.from(JSON.stringify(header)).toString("base64url");
}
