import type { Ground } from "@guildhall/domain";
import { serviceVersions } from "../../../packages/store/src/schema/platform.ts";
import { benchService } from "../service-name.ts";
import { columnsOf, numbersTo } from "./copies.ts";

/** Copy a council's service until it offers so many, each with a definition of its own that is as long. */
export async function copyServices({ db }: Ground, count: number): Promise<void> {
  const changed: Record<string, string> = {
    service: "service || '-' || n",
    title: "title || ' ' || n",
    definition: "json_set(definition, '$.id', service || '-' || n, '$.title', title || ' ' || n)",
  };
  const columns = columnsOf(serviceVersions);
  const values = columns.map((column) => changed[column] ?? column);
  const transaction = await db.writer.begin();
  await transaction.exec(
    `${numbersTo(count - 1)} INSERT INTO service_versions (${columns}) SELECT ${values} FROM service_versions, numbers WHERE service = '${benchService}'`,
  );
  await transaction.commit();
}
