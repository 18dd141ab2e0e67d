import { searchProcesses } from "./follow.ts";
import { insertProcess } from "./processes.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { processRow } from "./testing/rows.ts";
import { transact } from "./transact.ts";

describeOnBothDrivers("searching for processes", (on) => {
  it("looks at none whose id was given before or after the time that is asked for", async () => {
    for (const id of ["prc_1", "prc_2", "prc_3", "prc_4"])
      await transact(on.db, (tx) => insertProcess(tx, processRow(id)));
    const time = { from: 0, to: 2_000, firstId: "prc_2", endId: "prc_4", limit: 10 };
    const found = await searchProcesses(on.db, time);
    expect(found.map(({ id }) => id)).toEqual(["prc_3", "prc_2"]);
  });
});
