import { Hosting } from "./hosting.ts";

describe("hosting", () => {
  it("lets nothing in for a tenant that is not held here", () => {
    expect(new Hosting().enter("exampleshire")).toBeUndefined();
  });

  it("lets nothing more in while a tenant is handed over, and waits for what is under way", async () => {
    const hosting = opened();
    const leave = hosting.enter("exampleshire");
    let isClosed = false;
    const closed = hosting.close("exampleshire", 10_000).then(() => {
      isClosed = true;
    });
    await Promise.resolve();
    expect([hosting.enter("exampleshire"), isClosed]).toEqual([undefined, false]);
    leave?.();
    await closed;
    expect(isClosed).toBe(true);
  });

  it("waits no longer than it was told to", async () => {
    const hosting = opened();
    hosting.enter("exampleshire");
    await hosting.close("exampleshire", 0);
    expect(hosting.holds("exampleshire")).toBe(false);
  });

  it("still counts what was under way when a tenant comes back before it has ended", async () => {
    const hosting = opened();
    const leave = hosting.enter("exampleshire");
    const first = hosting.close("exampleshire", 10_000);
    hosting.open("exampleshire");
    const second = hosting.close("exampleshire", 10_000);
    leave?.();
    await Promise.all([first, second]);
    expect(hosting.holds("exampleshire")).toBe(false);
  });

  function opened(): Hosting {
    const hosting = new Hosting();
    hosting.open("exampleshire");
    return hosting;
  }
});
