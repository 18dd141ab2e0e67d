import { StoreFault, toStoreFault } from "./fault.ts";

const thrown = (code: unknown, rawCode?: number) =>
  Object.assign(new Error("a citizen's words"), { code }, rawCode === undefined ? {} : { rawCode });

describe("toStoreFault", () => {
  it.each([
    ["SQLITE_BUSY_SNAPSHOT", 517, "busy"],
    ["SQLITE_BUSY", undefined, "busy"],
    ["TRANSACTION_ACTIVE", undefined, "busy"],
    ["SQLITE_CONSTRAINT_PRIMARYKEY", 1555, "constraint"],
    ["UNKNOWN_SQLITE_ERROR_3091", 3091, "constraint"],
    ["SQLITE_FULL", 13, "full"],
    ["SQLITE_READONLY", undefined, "read-only"],
    ["SQLITE_IOERR_WRITE", 778, "unreadable"],
    ["SQLITE_NOTADB", 26, "unreadable"],
    ["TRANSACTION_CLOSED", undefined, "transaction-lost"],
    ["SQLITE_ERROR", undefined, "failed"],
    ["SQLITE_ERROR", 1, "failed"],
  ])("takes %s (%s) for %s", (name, number, code) => {
    const fault = toStoreFault(thrown(name, number));
    expect(fault).toMatchObject({ code, sqlite: name, message: `${code} (${name})` });
    expect(fault.cause).toBeUndefined();
  });

  it.each([
    thrown("O'Neill said SQLITE_BUSY"),
    thrown(7),
    new TypeError("words"),
    "words",
    undefined,
  ])("repeats nothing of %s", (error) => {
    expect(toStoreFault(error)).toMatchObject({ code: "failed", message: "failed" });
    expect(toStoreFault(error, "unreadable")).toMatchObject({ message: "unreadable" });
  });

  it("leaves a fault as it is", () => {
    const fault = new StoreFault("busy");
    expect(toStoreFault(fault, "unreadable")).toBe(fault);
  });
});
