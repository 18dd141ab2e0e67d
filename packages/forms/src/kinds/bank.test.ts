import { BankDetails } from "@guildhall/contract";
import { accepted, checkOne, faultsOf, refused } from "../noise-form.fixture.ts";

const type = { type: "bank-details" };
const account = { accountName: "Ada Byron", sortCode: "040004", accountNumber: "12345678" };

describe("bank details", () => {
  it("are kept as digits alone, noughts in front", () => {
    accepted(type, account);
    accepted(type, { ...account, sortCode: "04-00-04", accountNumber: "1234 5678" }, account);
    accepted(type, { ...account, sortCode: "04 00–04" }, account);
    const padded = { ...account, accountNumber: "00123456" };
    accepted(type, { ...account, accountNumber: "123456" }, padded);
    expect(BankDetails.safeParse(padded).success).toBe(true);
  });

  it("may have a roll number", () => {
    accepted(type, { ...account, rollNumber: "D/123.45-67 8" });
    refused(type, { ...account, rollNumber: "1".repeat(19) }, "too-long", "/it/rollNumber");
    refused(type, { ...account, rollNumber: "12_3" }, "invalid", "/it/rollNumber");
  });

  it.each(["12345", "1234567", "12/34/56", "12345a", "１２３４５６", 123456, ""])(
    "refuse the sort code %j",
    (sortCode) => {
      const code = sortCode === "" ? "required" : "invalid";
      refused(type, { ...account, sortCode }, code, "/it/sortCode");
    },
  );

  it.each(["12345", "123456789", "GB33BUKB20201555555555", 12345678])(
    "refuse the account number %j",
    (accountNumber) => refused(type, { ...account, accountNumber }, "invalid", "/it/accountNumber"),
  );

  it("are asked for part by part, and only where there are any", () => {
    expect(faultsOf(checkOne(type, { rollNumber: "1" }))).toEqual([
      ["/it/accountName", "required"],
      ["/it/sortCode", "required"],
      ["/it/accountNumber", "required"],
    ]);
    refused(type, { accountName: " " }, "required");
    expect(checkOne({ ...type, required: false }, { accountName: "" })).toEqual({ answers: {} });
  });
});
