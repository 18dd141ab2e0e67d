import { accepted, refused } from "../noise-form.fixture.ts";

describe("email", () => {
  it.each([
    "ada@example.com",
    "o'neil+noise@mail.council.gov.uk",
    `${"a".repeat(64)}@example.com`,
    "a@xn--bcher-kva.example",
  ])("accepts %s", (answer) => accepted({ type: "email" }, answer));

  it.each([
    "ada",
    "ada@",
    "@example.com",
    "ada@example",
    "ada@@example.com",
    "a da@example.com",
    ".ada@example.com",
    "ada..b@example.com",
    "ada@-example.com",
    "ada@example.com\r\nBcc: all@example.com",
    "ada@example.com\n",
    "Ada <ada@example.com>",
    `${"a".repeat(65)}@example.com`,
    "ada@127.0.0.1",
    "ａda@example.com",
    7,
  ])("refuses %j", (answer) => refused({ type: "email" }, answer, "invalid"));

  it("refuses more than 254 characters", () => {
    refused({ type: "email" }, `a@${"b".repeat(60)}.`.padEnd(255, "c."), "too-long");
  });
});

describe("phone", () => {
  it.each([
    "01223 457000",
    "(01223) 457 000",
    "+44 7700 900123",
    "07700900123",
    "0800 1111",
    "+33 1 70 18 99 00",
    "020 7946 0018 ext 12",
  ])("accepts %s", (answer) => accepted({ type: "phone" }, answer));

  it("refuses what cannot be dialled", () => {
    refused({ type: "phone" }, "12", "too-short");
    refused({ type: "phone" }, "01223 457000 457000", "too-long");
    refused({ type: "phone" }, "ring me on 01223 457000", "invalid");
    refused({ type: "phone" }, "0".repeat(41), "too-long");
    refused({ type: "phone" }, 1223457000, "invalid");
  });
});
