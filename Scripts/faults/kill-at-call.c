// Runs a program and kills it, or a process that it started, right before one chosen system call that writes.
//
//   kill-at-call NUMBER REPORT COMMAND...
//
// Calls are counted over all processes and threads of the command, from 1; before call NUMBER its process gets SIGKILL and
// the others go on. With NUMBER 0 nothing is killed. REPORT gets one line a call, `PROCESS THREAD CALL` (processes and
// threads in the order in which they began), and after the line of the killed one the word `killed`.
// Ends when every process of the command has, with the status of the command, 128 + its signal where one ended it.
//
// strace can do this by itself for one thread (`inject=…:when=N`), but it counts for every thread apart: the early calls
// of a child whose parent has made as many before it are never reached. The kernel stops only at the calls of the filter.
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <linux/ptrace.h>
#include <unistd.h>

// What leaves a trace on a disk.
static const struct { int number; const char *name; } calls[] = {
  {SYS_write, "write"}, {SYS_writev, "writev"}, {SYS_pwrite64, "pwrite64"}, {SYS_pwritev, "pwritev"},
  {SYS_fsync, "fsync"}, {SYS_fdatasync, "fdatasync"}, {SYS_sync_file_range, "sync_file_range"},
  {SYS_fallocate, "fallocate"}, {SYS_ftruncate, "ftruncate"}, {SYS_truncate, "truncate"},
#ifdef SYS_rename
  {SYS_rename, "rename"}, {SYS_unlink, "unlink"}, {SYS_rmdir, "rmdir"}, {SYS_link, "link"}, {SYS_mkdir, "mkdir"},
#endif
  {SYS_renameat, "renameat"}, {SYS_renameat2, "renameat2"}, {SYS_unlinkat, "unlinkat"}, {SYS_linkat, "linkat"},
  {SYS_mkdirat, "mkdirat"}, {SYS_copy_file_range, "copy_file_range"},
};
enum { CALLS = sizeof calls / sizeof *calls, TASKS = 4096 };

static void die(const char *what) {
  fprintf(stderr, "kill-at-call: %s: %s\n", what, strerror(errno));
  exit(71);
}

// In the child: stop for the tracer, filter, become the command.
static void become(char **command) {
  struct sock_filter filter[CALLS + 3];
  int n = 0;
  filter[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
  for (int i = 0; i < CALLS; i++)
    filter[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i].number, CALLS - i, 0);
  filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
  struct sock_fprog program = {n, filter};
  if (ptrace(PTRACE_TRACEME, 0, 0, 0) || raise(SIGSTOP)) die("ptrace");
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) die("seccomp");
  execvp(command[0], command);
  die(command[0]);
}

// The process of a thread, by the kernel's own word.
static pid_t process_of(pid_t thread) {
  char path[64], line[256];
  pid_t process = thread;
  snprintf(path, sizeof path, "/proc/%d/status", thread);
  FILE *file = fopen(path, "r");
  if (!file) return thread;
  while (fgets(line, sizeof line, file))
    if (sscanf(line, "Tgid: %d", &process) == 1) break;
  fclose(file);
  return process;
}

// The place of a process or thread in the order of their first calls.
static int place(pid_t *known, int *count, pid_t one) {
  for (int i = 0; i < *count; i++)
    if (known[i] == one) return i;
  if (*count < TASKS) known[(*count)++] = one;
  return *count - 1;
}

// Whether a descriptor of a thread is a file, a pipe or a device, by the kernel's own word.
static int leaves_a_trace(pid_t thread, unsigned long long descriptor) {
  char path[64], target[64];
  snprintf(path, sizeof path, "/proc/%d/fd/%d", thread, (int)descriptor);
  ssize_t length = readlink(path, target, sizeof target);
  if (length <= 0) return 1;
  // Threads wake each other through descriptors that are no files, now more often and now less.
  return strncmp(target, "anon_inode:", 11) && strncmp(target, "socket:", 7);
}

// The call that a thread stands before; NULL for one that leaves no trace.
static const char *name_of(pid_t thread) {
  struct ptrace_syscall_info info;
  long size = ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info);
  if (size <= 0 || info.op != PTRACE_SYSCALL_INFO_SECCOMP) return "unknown";
  long number = (long)info.seccomp.nr;
  if ((number == SYS_write || number == SYS_writev) && !leaves_a_trace(thread, info.seccomp.args[0])) return NULL;
  for (int i = 0; i < CALLS; i++)
    if (calls[i].number == number) return calls[i].name;
  return "unknown";
}

int main(int count, char **arguments) {
  if (count < 4) { fprintf(stderr, "kill-at-call NUMBER REPORT COMMAND...\n"); return 64; }
  long chosen = strtol(arguments[1], NULL, 10), seen = 0;
  FILE *report = fopen(arguments[2], "we");
  if (!report) die(arguments[2]);
  pid_t first = fork(), processes[TASKS], threads[TASKS];
  int process_count = 0, thread_count = 0, status, result = 71;
  if (first == 0) become(arguments + 3);
  if (first < 0 || waitpid(first, &status, 0) != first) die("fork");
  long options = PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE
    | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SETOPTIONS, first, 0, options) || ptrace(PTRACE_CONT, first, 0, 0)) die("ptrace");

  pid_t thread;
  while ((thread = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR) {
    if (thread <= 0) continue;
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (thread == first) result = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      continue;
    }
    int event = status >> 16, signal = 0;
    if (event == PTRACE_EVENT_SECCOMP) {
      const char *name = name_of(thread);
      if (name) {
        pid_t process = process_of(thread);
        seen++;
        fprintf(report, "%d %d %s%s\n", place(processes, &process_count, process),
          place(threads, &thread_count, thread), name, seen == chosen ? " killed" : "");
        if (seen == chosen) { kill(process, SIGKILL); continue; }
      }
    } else if (event == 0 && WSTOPSIG(status) != SIGSTOP && WSTOPSIG(status) != SIGTRAP) {
      signal = WSTOPSIG(status);  // Delivered as it came; SIGSTOP is how a new thread greets its tracer.
    }
    ptrace(PTRACE_CONT, thread, 0, signal);
  }
  if (fclose(report)) die(arguments[2]);
  return result;
}
