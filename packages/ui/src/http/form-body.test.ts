import { fieldOf, readForm } from "./form-body.ts";

function send(body: BodyInit, type = "application/x-www-form-urlencoded"): Request {
  return new Request("https://services.example/", {
    method: "POST",
    body,
    headers: { "Content-Type": type },
  });
}

describe("readForm", () => {
  it("reads every value of every field, in any script", async () => {
    const fields = await readForm(send("a=1&b=%F0%9F%98%80&a=2&__proto__=x"));
    expect(fields && [...fields]).toEqual([
      ["a", ["1", "2"]],
      ["b", ["😀"]],
      ["__proto__", ["x"]],
    ]);
    expect(fields && fieldOf(fields, "a")).toBe("1");
  });

  it("ends a line where a word processor would", async () => {
    const fields = await readForm(send("a=One%0BTwo%0CThree%0D%0AFour"));
    expect(fields && fieldOf(fields, "a")).toBe("One\nTwo\nThree\r\nFour");
  });

  it("is undefined for another content type", async () => {
    expect(await readForm(send("{}", "application/json"))).toBeUndefined();
  });

  it("stops at a megabyte, whatever length was announced", async () => {
    expect(await readForm(send(`a=${"x".repeat(1024 * 1024)}`))).toBeUndefined();
    expect((await readForm(send(`a=${"x".repeat(1024 * 1024 - 2)}`)))?.size).toBe(1);
  });

  it("is undefined for more fields than a page can have", async () => {
    expect(await readForm(send("a&".repeat(5001)))).toBeUndefined();
  });
});
