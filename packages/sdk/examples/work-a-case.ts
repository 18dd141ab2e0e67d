// What a back office does with a case: read what was submitted, tell the citizen, complete the task.
import {
  addNote,
  completeTask,
  createClientFor,
  getDocument,
  listDocuments,
  listTasks,
} from "@guildhall/sdk";

const client = createClientFor({
  baseUrl: process.env.GUILDHALL_API ?? "http://localhost:3000/t/cambridge-city/v1",
  key: process.env.GUILDHALL_KEY ?? "",
});
const path = { id: process.env.PROCESS_ID ?? "" };

const { data: documents } = await listDocuments({ client, path, throwOnError: true });
for (const { id, kind } of documents.data) {
  if (kind !== "form") continue;
  const { data: form } = await getDocument({
    client,
    path: { id },
    headers: { Accept: "application/json" },
    throwOnError: true,
  });
  console.log(form);
}

await addNote({
  client,
  path,
  throwOnError: true,
  body: { contents: "We will visit on Tuesday.", visibleToCitizen: true },
});

const { data: tasks } = await listTasks({ client, path, throwOnError: true });
for (const task of tasks.data.filter(({ state }) => state === "open")) {
  const { data: completed } = await completeTask({
    client,
    path: { id: task.id },
    throwOnError: true,
    body: { outcome: "completed", fields: { summary: "A notice was served." } },
  });
  console.log(`${completed.title}: ${completed.state}`);
}
