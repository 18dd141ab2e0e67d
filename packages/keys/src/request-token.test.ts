import { issueRequestToken, parseRequestToken } from "./request-token.ts";

const request = "acc_01kb3zq8w5v0t6m2h9r4c7d1xe";

describe("the token of a request for access", () => {
  it("says which request it is of, and is another each time", () => {
    const one = issueRequestToken(request);
    expect(parseRequestToken(one.token)).toEqual({ request, secret: one.secret });
    expect(issueRequestToken(request).token).not.toBe(one.token);
  });

  it("is not read when a letter is wrong, cut or added", () => {
    const { token } = issueRequestToken(request, (bytes) => new Uint8Array(bytes).fill(7));
    expect(parseRequestToken(token)).toBeDefined();
    for (const wrong of [
      token.replace("01kb", "01kc"),
      token.slice(0, -1),
      `${token}a`,
      `${token}\n`,
      token.replace("gh_request_", "gh_live_"),
      "",
    ])
      expect(parseRequestToken(wrong)).toBeUndefined();
  });
});
