import { createHmac } from "node:crypto";
import { readNotice } from "./notice.ts";

const secret = "webhook-secret";
const bytes = (text: string) => new TextEncoder().encode(text);
const sign = (text: string, by = secret) => createHmac("sha256", by).update(text).digest("hex");

describe("a webhook of GOV.UK Pay", () => {
  const body = JSON.stringify({ event_type: "card_payment_succeeded", resource_id: "hu20sq" });

  it("is signed as the provider's own example is", () => {
    const text = "We captured a £10 payment! 💷";
    const signature = "a678c8326237dc08acabed4ec3948ee82f94c4b35cdc44b68f26fa8ef595efff";
    expect(readNotice(bytes(text), signature, "This is my secret key! 🔑")).toEqual({});
  });

  it("names the payment to look at", () => {
    expect(readNotice(bytes(body), sign(body), secret)).toEqual({ reference: "hu20sq" });
  });

  it.each([
    ["an event that is not known", '{"event_type":"refund_settled","resource_id":"x"}'],
    ["something without a payment", '{"event_type":"card_payment_captured"}'],
    ["what is no JSON", "card_payment_captured"],
  ])("names none for %s", (_, text) => {
    expect(readNotice(bytes(text), sign(text), secret)).toEqual({});
  });

  it.each([
    ["no signature", undefined],
    ["another secret's signature", sign(body, "other")],
    ["another body's signature", sign(`${body} `)],
    ["a signature in capitals", sign(body).toUpperCase()],
    ["a signature that is cut", sign(body).slice(0, 63)],
    ["letters that are not ASCII", "é".repeat(64)],
  ])("is not the provider's with %s", (_, signature) => {
    expect(readNotice(bytes(body), signature, secret)).toBeUndefined();
  });
});
