import { testCells } from '../../scenarios/command-cells.ts';

testCells('approve');
