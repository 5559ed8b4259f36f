// Follows a batch until it is over:
//   npm install @microsoft/signalr
//   node live.mjs http://localhost:5080 YOUR_KEY BATCH_ID
import { HubConnectionBuilder, LogLevel } from "@microsoft/signalr";

const [address, key, batch] = process.argv.slice(2);

const connection = new HubConnectionBuilder()
  .withUrl(`${address}/hubs/batches`, { headers: { authorization: key } })
  .withAutomaticReconnect()
  .configureLogging(LogLevel.Warning)
  .build();

let over;
const end = new Promise(resolve => over = resolve);
connection.on("BatchChanged", update => {
  const done = update.calls_successful + update.calls_failed + update.calls_skipped + update.calls_canceled;
  console.log(`${update.status}: ${done} of ${update.calls_total} done, ${update.calls_in_progress} in progress`);
  if (update.finished_at) over();
});

// What happened while the connection was lost is told with the first answer to a new watch.
connection.onreconnected(() => connection.invoke("Watch", batch));

await connection.start();
await connection.invoke("Watch", batch);
// The end may be told before Watch has answered: stop only now, or that answer is lost.
await end;
await connection.stop();
