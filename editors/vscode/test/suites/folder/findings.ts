import { strict as assert } from 'node:assert';
import { page } from '../../host/page';
import { draft, open, untilFindings } from '../../host/support';
import { test } from '../../host/tests';

test('squiggles stand under exactly what is wrong, also behind emoji and Arabic', async () => {
  const line = '*Recalling* “🌊 السلام” its resolution 65/230 of 12 December 2010,';
  const { document } = await open('emoji.md', draft(line, '*Decides* to come back to the question.'));
  const from = line.indexOf('12 December 2010');
  await untilFindings(document.uri, [`4:${from}-${line.length - 1} citation-date`]);
  await page.see('.squiggly-error');
  assert.equal((await page.boxes('.squiggly-error')).length, 1);
});
