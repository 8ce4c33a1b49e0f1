/** The words a run starts with, by harness: own wording in the shape those harnesses use. */

const OPENHANDS_SYSTEM = `You are an assistant that solves software tasks by working in a computer: you run commands, read and change files, and check what you did.

<ROLE>
Your first duty is to solve the task you are given. If it is a question, answer it and change nothing.
</ROLE>

<EFFICIENCY>
* Every action costs something. Put several commands into one where that makes sense.
* Look for files with find and grep before you read them whole.
</EFFICIENCY>

<FILE_SYSTEM_GUIDELINES>
* A path given by the user may not be relative to the working directory: look for the file first.
* Change the original file. Do not leave copies of it with other names.
</FILE_SYSTEM_GUIDELINES>

<PROBLEM_SOLVING_WORKFLOW>
1. Explore the code until you understand the problem.
2. Reproduce it.
3. Make the smallest change that solves it.
4. Run the tests, and remove what you only needed along the way.
</PROBLEM_SOLVING_WORKFLOW>`

const SWEAGENT_SYSTEM = 'You are a helpful assistant that can interact with a computer to solve tasks.'

const MINI_SYSTEM = `You are a helpful assistant that can interact with a computer shell to solve programming tasks.
Every reply must call the bash tool at least once. Say briefly what you are doing and why before the call.`

/** @param {string} dir @param {string} language @param {string} issue */
const openhandsTask = (dir, language, issue) => `<uploaded_files>
${dir}
</uploaded_files>

I've uploaded a ${language} code repository in the directory ${dir.replace('/workspace/', '')}. Consider the following issue description:

<issue_description>
${issue}
</issue_description>

Can you help me implement the necessary changes to the repository so that the requirements specified in the <issue_description> are met?
I've already taken care of all changes to the test files described in the <issue_description>. This means you DON'T have to modify the tests in any way.
The development environment is already set up for you, so there is no need to install anything.

Your task is to make the minimal changes to non-test files in ${dir} to ensure the <issue_description> is satisfied. Explore the code, reproduce the problem, fix it, and run the tests that are there.`

/** @param {string} dir @param {string} language @param {string} issue */
const sweagentTask = (dir, language, issue) => `<uploaded_files>
${dir}
</uploaded_files>
I've uploaded a ${language} code repository in the directory ${dir}. Consider the following PR description:

<pr_description>
${issue}
</pr_description>

Can you help me implement the necessary changes to the repository so that the requirements specified in the <pr_description> are met?
I've already taken care of all changes to any of the test files described in the <pr_description>. This means you DON'T have to modify the testing logic or any of the tests in any way!
Follow these steps to resolve the issue:
1. Find and read code relevant to the <pr_description>
2. Write a script that reproduces the error and run it with the bash tool
3. Edit the source code of the repository to resolve the issue
4. Rerun your script and confirm that the error is fixed
5. Think about edge cases and make sure your fix handles them as well
Your thinking should be thorough and so it's fine if it's very long.`

/** @param {string} dir @param {string} _language @param {string} issue */
const miniTask = (dir, _language, issue) => `Please solve this issue:

<pr_description>
${issue}
</pr_description>

You can execute bash commands and edit files to implement the necessary changes. The working directory is ${dir}.

## Recommended workflow
1. Analyze the codebase by finding and reading relevant files
2. Create a script to reproduce the issue
3. Edit the source code to resolve the issue
4. Verify your fix by running the script again, and test edge cases
5. Submit your changes by issuing the following command: \`echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT && git add -A && git diff --cached\`.
   Do not combine it with any other command. After it you cannot continue working on this task.

## Rules
- Do not modify tests or configuration files.
- Directory and environment variable changes are not persistent: every command runs in a new subshell, in ${dir}.
- The result of a command is a JSON object with its return code and output.`

/** @type {Record<string, { system: string, task: (dir: string, language: string, issue: string) => string }>} */
export const PROMPTS = {
  openhands: { system: OPENHANDS_SYSTEM, task: openhandsTask },
  sweagent: { system: SWEAGENT_SYSTEM, task: sweagentTask },
  minisweagent: { system: MINI_SYSTEM, task: miniTask },
}
