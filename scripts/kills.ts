import { killRounds } from './kills/rounds.ts';

/** Kills imports at random moments and looks at what they leave: `node scripts/run.js ./kills.ts [COUNT] [SEED]`. */
const [count = '200', seed = '1'] = process.argv.slice(2);
let done = 0;
const { kills, libraries, faults } = await killRounds(
  Number(count),
  Number(seed),
  ({ moment, lines, faults: found }) => {
    console.log(
      `${++done}: killed ${JSON.stringify(moment)}, ${lines} lines heard, ${found.join('; ') || 'all is there'}`,
    );
  },
);
const all = [...kills.flatMap((killed) => killed.faults), ...faults];
for (const fault of all) console.error(fault);
console.log(`${kills.length} kills, ${libraries} libraries filled in spite of them, ${all.length} faults`);
if (all.length > 0) process.exitCode = 1;
