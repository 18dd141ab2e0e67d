import { noteLook, putBreaker, transact } from "@guildhall/store";
import { createPolledWorld, everyMs, type PolledWorld } from "./testing/polled-world.ts";

describe("Poller", () => {
  let polled: PolledWorld;
  beforeEach(async () => {
    polled = await createPolledWorld();
  });
  afterEach(() => polled[Symbol.asyncDispose]());

  const pollEvery = (pollEveryS: number | undefined) =>
    polled.begin(pollEveryS === undefined ? {} : { pollEveryS });

  it("looks at the pace of the back office's definition", async () => {
    await pollEvery(60);
    await polled.pass(everyMs - 1);
    expect(polled.looks).toBe(0);
    await polled.pass(1);
    expect(polled.looks).toBe(1);
    await polled.pass(everyMs);
    expect(polled.looks).toBe(2);
  });

  it("does not look into one that calls us", async () => {
    await pollEvery(undefined);
    await polled.pass(24 * 3_600_000);
    expect(polled.looks).toBe(0);
  });

  it("looks more and more rarely while it does not answer, and reports it", async () => {
    await pollEvery(60);
    let tries = 0;
    polled.world.backOffice.poll = async () => {
      tries += 1;
      throw new Error("down");
    };
    await polled.pass(everyMs);
    expect(tries).toBe(1);
    await polled.pass(2 * everyMs - 1);
    expect(tries).toBe(1);
    await polled.pass(1);
    expect(tries).toBe(2);
    await polled.pass(4 * everyMs);
    expect(tries).toBe(3);
    expect(polled.errors).toHaveLength(3);
  });

  it("never waits longer than a quarter of an hour, and takes up its pace when it is answered", async () => {
    await pollEvery(60);
    const answer = polled.world.backOffice.poll.bind(polled.world.backOffice);
    let tries = 0;
    polled.world.backOffice.poll = async () => {
      tries += 1;
      throw new Error("down");
    };
    for (let minute = 0; minute < 62; minute += 1) await polled.pass(everyMs);
    // After 1, 3, 7, 15, 30, 45 and 60 minutes.
    expect(tries).toBe(7);
    polled.world.backOffice.poll = answer;
    for (let minute = 0; minute < 13; minute += 1) await polled.pass(everyMs);
    expect(polled.looks).toBe(1);
    await polled.pass(everyMs);
    expect(polled.looks).toBe(2);
  });

  it("goes on where a look was made before it began", async () => {
    await transact(polled.world.ctx.db, (tx) =>
      noteLook(tx, "back-office", polled.world.clock.now()),
    );
    polled.world.clock.move(50_000);
    await pollEvery(60);
    expect(await polled.poller.nextDue("exampleshire")).toBe(polled.world.clock.now() + 10_000);
    await polled.pass(10_000);
    expect(polled.looks).toBe(1);
  });

  it("waits no longer than its pace where the last look is still to come", async () => {
    const tomorrow = polled.world.clock.now() + 24 * 60 * everyMs;
    await transact(polled.world.ctx.db, (tx) => noteLook(tx, "back-office", tomorrow));
    await pollEvery(60);
    await polled.pass(everyMs);
    expect(polled.looks).toBe(1);
  });

  it("follows a pace that is changed, and a connector that is added, without being started again", async () => {
    await pollEvery(undefined);
    await polled.put({ pollEveryS: 60 });
    await polled.put({ id: "planning", pollEveryS: 60 });
    await polled.pass(5 * everyMs);
    await polled.pass(everyMs);
    expect(polled.looks).toBe(4);
  });

  it("asks nothing of a back office that is not spoken to, until it is again", async () => {
    const openUntil = polled.world.clock.now() + 10 * everyMs;
    const closed = { failures: 5, windowFrom: 0, calls: 0, failed: 0, trips: 1, code: null };
    const breaker = { connector: "back-office", ...closed, openSince: polled.world.clock.now() };
    await transact(polled.world.ctx.db, (tx) =>
      putBreaker(tx, { ...breaker, state: "open", openUntil }),
    );
    await pollEvery(60);
    for (let minute = 0; minute < 9; minute += 1) await polled.pass(everyMs);
    expect(polled.looks).toBe(0);
    await polled.pass(everyMs);
    expect(polled.looks).toBe(1);
    expect(polled.errors).toEqual([]);
  });

  it("looks no more into a tenant that it let go, and tells when it is due", async () => {
    await pollEvery(60);
    polled.poller.end("exampleshire");
    expect(await polled.poller.nextDue("exampleshire")).toBe(polled.world.clock.now() + everyMs);
    await polled.pass(10 * everyMs);
    expect(polled.looks).toBe(0);
    await polled.poller.begin("exampleshire");
    await polled.pass(everyMs);
    expect(polled.looks).toBe(1);
  });

  it("has nothing due where nothing has to be asked", async () => {
    await polled.begin({ kind: "govuk-pay" });
    expect(await polled.poller.nextDue("exampleshire")).toBeUndefined();
    expect(await polled.poller.nextDue("nowhere")).toBeUndefined();
  });

  it("is quiet but while it looks", async () => {
    let answered = () => {};
    polled.world.backOffice.poll = () =>
      new Promise((resolve) => {
        answered = () => resolve([]);
      });
    await pollEvery(60);
    expect(polled.poller.isQuiet("exampleshire")).toBe(true);
    await polled.pass(everyMs);
    expect(polled.poller.isQuiet("exampleshire")).toBe(false);
    answered();
    await polled.pass(1);
    expect(polled.poller.isQuiet("exampleshire")).toBe(true);
  });

  it("is not stopped by a tenant that cannot be opened, and reports it", async () => {
    await polled.poller.start(["spoilt", "nowhere"]);
    await pollEvery(60);
    await polled.pass(everyMs);
    expect(polled.looks).toBe(1);
    expect(polled.errors).toMatchObject([{ message: "the file is spoilt" }]);
  });

  it("looks no more once it is stopped", async () => {
    await pollEvery(60);
    polled.poller.stop();
    await polled.pass(10 * everyMs);
    expect(polled.looks).toBe(0);
  });
});
