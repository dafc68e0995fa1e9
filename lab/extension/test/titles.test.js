import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromFileName, heading, numberOf } from '../static/titles.js';

const markdown = source => ({ cell_type: 'markdown', source });

test('the title of a notebook is its first heading, without markup', () => {
  assert.equal(heading({ cells: [markdown('intro'), markdown(['# Ten *minutes* with `Java`\n', 'text'])] }), 'Ten minutes with Java');
  assert.equal(heading({ cells: [markdown('## [Costs](x.ipynb) ##')] }), 'Costs');
});

test('a notebook without a heading has no title', () => {
  assert.equal(heading({ cells: [{ cell_type: 'code', source: '# not one' }, markdown('#neither')] }), undefined);
  assert.equal(heading({}), undefined);
  assert.equal(heading(null), undefined);
});

test('a file name makes a title and a number', () => {
  assert.equal(fromFileName('01-ten-minutes_with-java.ipynb'), 'Ten minutes with java');
  assert.equal(fromFileName('07.ipynb'), '07');
  assert.equal(numberOf('01-ten.ipynb'), '01');
  assert.equal(numberOf('2026.ipynb'), undefined);
});
