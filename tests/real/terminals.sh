#!/usr/bin/env bash
# In tmux (also in two panes side by side) and in GNU screen: whatever keys moved the rows, the screen is the one that is
# drawn after a wipe. Text is written over the screen in between, so that it is seen to have been drawn anew. And a copy
# comes to tmux, also through GNU screen.
#
#     tests/real/terminals.sh PROGRAM ROSTER
set -euo pipefail
program=$(realpath "$1")
roster=$(realpath "$2")
folder=$(mktemp -d)
chmod 700 "$folder"
export LC_ALL=C.UTF-8 SCREENDIR="$folder/sockets"
mkdir -m 700 "$SCREENDIR"
name="lindungi$$"
mux=(tmux -f /dev/null -S "$folder/tmux")
leave() {
    "${mux[@]}" kill-server 2>/dev/null || true
    screen -S "$name" -X quit >/dev/null 2>&1 || true
    screen -S "$name.within" -X quit >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap leave EXIT

# The program as it is started, with the name of its terminal left in a file.
started() { printf "tty > '%s'; exec '%s' '%s'" "$folder/tty.$1" "$program" "$roster"; }

# What a terminal shows: `shown NAME`; keys for it: `press NAME KEYS`.
shown() {
    case $1 in
    screen)
        # It writes when it likes, and a byte for each character: those beyond ASCII are seen to be there.
        rm -f "$folder/hardcopy"
        screen -S "$name" -X hardcopy "$folder/hardcopy"
        while (($(wc -l 2>/dev/null <"$folder/hardcopy" || echo 0) < 24)); do sleep 0.01; done
        LC_ALL=C tr '\000-\011\013-\037\177-\377' '?' <"$folder/hardcopy"
        ;;
    *) "${mux[@]}" capture-pane -p -t "$1" ;;
    esac
}
press() {
    case $1 in
    screen) screen -S "$name" -X stuff "$2" ;;
    *) "${mux[@]}" send-keys -t "$1" -l "$2" ;;
    esac
}
# Waits until what is shown fits (or, with `!`, does not fit) a pattern, ten seconds at most.
await() {
    local not=$1 terminal=$2 pattern=$3 turn
    for ((turn = 0; turn < 200; turn++)); do
        if shown "$terminal" | grep -q -- "$pattern"; then
            [[ $not ]] || return 0
        elif [[ $not ]]; then
            return 0
        fi
        sleep 0.05
    done
    echo "$terminal: waited for $not $pattern" >&2
    shown "$terminal" >&2
    exit 1
}
repeat() { printf "$1%.0s" $(seq "$2"); }

# The screen once it stays as it is: a frame may come in two pieces.
settled() {
    local one other=
    while one=$(shown "$1") && [[ $one != "$other" ]]; do
        other=$one
        sleep 0.1
    done
    echo "$one"
}

# `same TERMINAL KEYS PATTERN`: keys, until a pattern is seen that was not there before; then the same screen once more
# after a wipe.
same() {
    local terminal=$1 before after
    press "$terminal" "$2"
    await '' "$terminal" "$3"
    before=$(settled "$terminal")
    printf '\0337\033[9;5HOLD TEXT\033[11;1H\033[7mOLD TEXT\033[m\0338' >"$(cat "$folder/tty.$terminal")"
    await '' "$terminal" 'OLD TEXT'
    press "$terminal" $'\f'
    await '!' "$terminal" 'OLD TEXT'
    after=$(settled "$terminal")
    if [[ $before != "$after" ]]; then
        echo "$terminal: after $2" >&2
        diff <(echo "$before") <(echo "$after") >&2 || true
        exit 1
    fi
}
walk() {
    local terminal=$1
    await '' "$terminal" '19,336'
    same "$terminal" 4 ' 1.*16 '
    same "$terminal" "$(repeat j 40)" ' 26.*41 '
    same "$terminal" "$(repeat k 33)" ' 8.*23 '
    same "$terminal" $'\033[6~' ' 9.*24 '
    same "$terminal" '/status:active' 'status:active'
    same "$terminal" $'\r1'"$(repeat j 9)" '> Street vendors'
    same "$terminal" "?" ' Help [0-9]'
    press "$terminal" qq
}

"${mux[@]}" new-session -d -x 80 -y 24 -s one "$(started one)" \; set status off \; resize-window -x 80 -y 24
walk one
# tmux takes a copy into its own buffer, from where it is pasted: that of a program of its own, and that which GNU screen
# hands on to the terminal that it runs in.
copies() {
    local turn copied=
    await '' "$1" '19,336'
    "${mux[@]}" delete-buffer 2>/dev/null || true
    press "$1" 4y
    await '' "$1" "1 sent to your terminal's clipboard"
    for ((turn = 0; turn < 200; turn++)); do
        copied=$("${mux[@]}" show-buffer 2>/dev/null) && break
        sleep 0.05
    done
    if [[ $copied != *$'\t'*$'\t'* || $copied == *$'\n'* ]]; then
        echo "$1: copied is $copied" >&2
        exit 1
    fi
    press "$1" q
}
"${mux[@]}" new-session -d -x 80 -y 24 -s copy "$(started copy)" \; set -s set-clipboard on
copies copy
within="stty rows 23 columns 80; $(started within)"
"${mux[@]}" new-session -d -x 80 -y 24 -s within -e inner="$within" \
    "unset TMUX; exec screen -U -c /dev/null -S '$name.within' -T screen-256color sh -c \"\$inner\""
copies within
"${mux[@]}" new-session -d -x 161 -y 24 -s two "$(started two.0)" \; set status off \; resize-window -x 161 -y 24 \; \
    split-window -h -t two "$(started two.1)"
walk two.0 &
left=$!
walk two.1
wait "$left"
screen -U -c /dev/null -dmS "$name" -T screen-256color sh -c "stty rows 24 columns 80; $(started screen)"
walk screen
echo 'case 54: tmux, two panes of tmux, screen: every screen was the same after a wipe; a copy came to tmux, and through screen'
