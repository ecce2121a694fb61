// Placeholder: connects, lists the ports, and shows that both worked.
import { createRoot } from "react-dom/client";
import { createClient } from "../electron/contract/client.ts";
import { pickLink } from "./link/pick-link.ts";

const root = createRoot(document.querySelector("#root") ?? document.body);
const link = await pickLink();
if (link.ok) {
  const client = createClient(link.value);
  const listed = await client.call("ports.list", {});
  root.render(
    <main>
      {listed.ok ? listed.value.ports.map((port) => <p key={port.path}>{port.path}</p>) : listed.failure.message.en}
    </main>,
  );
} else root.render(<main>{link.failure.message.en}</main>);
