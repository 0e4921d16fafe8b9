/** A plan as people write them: numbered features, emphasis, closing colons, labels, nesting, shared sections. */
export const PLAN = `# Durations

## Authority references
- docs/format.md

## 1. Hours ✅
### Checklist
- [x] \`2h\` works

## 2. Days in *durations*
**Depends on:** 1 and 3

### User Story:
As a user I write \`2d\`.

### **SPECIFICATION**
- a day has 24 hours

### 2.3 Test scenarios
| given | then |
| --- | --- |
| \`2d\` | 172800 |

\`\`\`gherkin
Scenario: both
  Given 1d2h
  Then 93600
\`\`\`

#### Errors
- \`2dd\` is refused

### Checklist
- [ ] Parser
  - [ ] days in src/parse.ts
    - with a test
  - [x] hours
- [X] Formatter
- [ ] Read me
\`\`\`
- [ ] Read me
\`\`\`

### Implementation sequence
1. test
2. parser, see feature 4

### Deliverable standard
- documented

## 3. Weeks
Some day.

## 4. Months in durations
### Checklist
- [ ] Read me
`;
