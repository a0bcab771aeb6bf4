import { runTrials } from "@/scripts/trials/report";
import { backup } from "./backup";
import { kill } from "./kill";
import { migrations } from "./migrations";

// What happens to the paper when what it stands on fails. `npm run torture -- NAME` runs one of them, `--short` the short form.
await runTrials([kill, migrations, backup]);
