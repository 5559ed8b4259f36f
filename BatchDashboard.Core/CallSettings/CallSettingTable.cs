namespace BatchDashboard.Core.CallSettings;

/// <summary>The one table of call settings, in the order in which screens and documentation show them.</summary>
internal static class CallSettingTable
{
    private const int PromptLength = 50_000;
    private const int CellLength = 10_000;
    private const int UrlLength = 2_048;
    private const int MostRetries = 10;
    private const int ShortestRetry = 10;
    private const int LongestRetry = 7 * 24 * 3600;

    internal static readonly CallSetting[] Settings =
    [
        new("task", SettingType.LongText, SettingGroup.Agent, "Prompt",
            "What the agent is told to do and say; not used with a pathway.", "Hi {{customer_name}}, is July 10 fine?")
        { MaxLength = PromptLength, TakesVariables = true },
        new("pathway_id", SettingType.Text, SettingGroup.Agent, "Pathway",
            "The conversation pathway the agent follows instead of a prompt.", "a0f0d4ed-f5f5-4f16-b3f9-22166594d7a7"),
        new("pathway_version", SettingType.WholeNumber, SettingGroup.Agent, "Pathway version",
            "Which version of the pathway is used; without it, the published one.", "2")
        { Minimum = 0 },
        new("persona_id", SettingType.Text, SettingGroup.Agent, "Persona",
            "The persona the agent takes on, with its own prompt and settings.",
            "b6c1f3f0-3c4e-4f1b-9d7c-2f0d3b1d9a51"),
        new("first_sentence", SettingType.LongText, SettingGroup.Agent, "First sentence",
            "What the agent says first, word for word.", "Hello, is this {{customer_name}}?")
        { MaxLength = CellLength, TakesVariables = true },
        new("model", SettingType.Choice, SettingGroup.Agent, "Model",
            "The language model behind the agent: base follows instructions best, turbo answers fastest.", "base")
        { Choices = ["base", "turbo"] },
        new("temperature", SettingType.Number, SettingGroup.Agent, "Temperature",
            "How freely the agent words its answers; 0 is the most predictable.", "0.5")
        { Minimum = 0, Maximum = 1, Default = "0.7" },
        new("tools", SettingType.List, SettingGroup.Agent, "Tools",
            "What the agent may use during the call: ids of saved tools, or their definitions.", """["KB-55e64dae"]""")
        { MaxLength = CellLength },
        new("guard_rails", SettingType.List, SettingGroup.Agent, "Guard rails",
            "Rules that are watched during the call, and what happens when one is broken.", """["GR-1f2e3d4c"]""")
        { MaxLength = CellLength },

        new("voice", SettingType.Text, SettingGroup.Voice, "Voice",
            "The agent's voice, by name or id.", "june"),
        new("language", SettingType.Text, SettingGroup.Voice, "Language",
            "The language that is spoken and understood.", "en-US")
        { Default = "babel-en" },
        new("background_track", SettingType.Choice, SettingGroup.Voice, "Background sound",
            "What is heard behind the agent; null is the faint noise of a telephone line.", "office")
        { Choices = ["none", "office", "cafe", "restaurant"], AllowsNull = true },
        new("noise_cancellation", SettingType.Boolean, SettingGroup.Voice, "Noise cancellation",
            "Filters out the noise around the person called.", "true"),
        new("pronunciation_guide", SettingType.List, SettingGroup.Voice, "Pronunciation guide",
            "How certain words are spoken.", """[{"word":"API","pronunciation":"A P I"}]""")
        { ItemType = SettingType.Structure, MaxLength = CellLength },

        new("wait_for_greeting", SettingType.Boolean, SettingGroup.Conversation, "Wait for greeting",
            "The agent lets the other side speak first.", "false"),
        new("interruption_threshold", SettingType.WholeNumber, SettingGroup.Conversation, "Interruption threshold",
            "How long somebody must speak before the agent stops and listens.", "250")
        { Minimum = 0, Maximum = 10_000, Unit = "milliseconds", Default = "500" },
        new("interruptibility", SettingType.WholeNumber, SettingGroup.Conversation, "Interruptibility",
            "How easily the agent can be interrupted, from 0 (hardly) to 3 (at once).", "2")
        { Minimum = 0, Maximum = 3 },
        new("block_interruptions", SettingType.Boolean, SettingGroup.Conversation, "Block interruptions",
            "The agent finishes its sentences, whoever speaks.", "true"),
        new("keywords", SettingType.List, SettingGroup.Conversation, "Keywords",
            "Words that speech recognition should expect, such as names.", """["South Bay Coffee"]""")
        { ItemType = SettingType.Text, MaxItems = 20 },
        new("ignore_button_press", SettingType.Boolean, SettingGroup.Conversation, "Ignore button presses",
            "Keys pressed by the person called are ignored.", "true"),

        new("from", SettingType.PhoneNumber, SettingGroup.Call, "From number",
            "The number the call comes from.", "+12125550123"),
        new("dialing_strategy", SettingType.Structure, SettingGroup.Call, "Dialing strategy",
            "How the number the call comes from is chosen.", """{"type":"local"}"""),
        new("start_time", SettingType.StartTime, SettingGroup.Call, "Start time",
            "Not called before this moment; without a zone it is UTC, and a moment in the past is now.",
            StartTime.Example)
        { CarriedOutByUs = true },
        new("timezone", SettingType.TimeZone, SettingGroup.Call, "Time zone",
            "Where the person called is, so that calling hours are theirs.", "America/New_York")
        { CarriedOutByUs = true },
        new("max_duration", SettingType.WholeNumber, SettingGroup.Call, "Longest duration",
            "The call is ended after so many minutes.", "12")
        { Minimum = 1, Maximum = 720, Unit = "minutes", Default = "30" },
        new("transfer_phone_number", SettingType.PhoneNumber, SettingGroup.Call, "Transfer number",
            "The number the agent may transfer the call to.", "+12125550124"),
        new("transfer_list", SettingType.Structure, SettingGroup.Call, "Transfer numbers",
            "Several numbers to transfer to, by department.", """{"sales":"+12125550124"}""")
        { MemberType = SettingType.PhoneNumber },
        new("precall_dtmf_sequence", SettingType.Keypad, SettingGroup.Call, "Keys pressed first",
            "Keys pressed before the conversation starts; w waits for half a second.", "1ww22#"),
        new("retry", SettingType.Structure, SettingGroup.Call, "Retry",
            "When somebody who was not reached is called again, by what happened; without it, nobody is called twice.",
            """{"no_answer":[600,3600],"busy":[60]}""")
        {
            CarriedOutByUs = true,
            Parts =
            [
                RetryOf("no_answer", "nobody answered"),
                RetryOf("busy", "the line was busy"),
                RetryOf("voicemail", "a voicemail answered"),
                RetryOf("failed", "the call failed"),
                new("retry.wait", SettingType.WholeNumber, SettingGroup.Call, "Retry: wait",
                    "The same for nobody answered, busy and voicemail: called once more after so long.", "600")
                { Minimum = ShortestRetry, Maximum = LongestRetry, Unit = "seconds" },
                new("retry.times", SettingType.WholeNumber, SettingGroup.Call, "Retry: times",
                    "How often it is called once more after that wait.", "2")
                { Minimum = 0, Maximum = MostRetries, Default = "1" },
                new("retry.voicemail_action", SettingType.Text, SettingGroup.Call, "Retry: voicemail action",
                    "Taken from clients of the original, without effect here.", "hangup"),
                new("retry.voicemail_message", SettingType.LongText, SettingGroup.Call, "Retry: voicemail message",
                    "Taken from clients of the original, without effect here.", "We will call again.")
                { MaxLength = CellLength },
            ],
        },

        new("voicemail", SettingType.Structure, SettingGroup.Voicemail, "Voicemail",
            "What happens when a voicemail answers.", """{"action":"hangup"}""")
        {
            Parts =
            [
                new("voicemail.action", SettingType.Choice, SettingGroup.Voicemail, "Voicemail action",
                    "Hang up, leave the message, or go on as if a person had answered.", "leave_message")
                { Choices = ["hangup", "leave_message", "ignore"] },
                new("voicemail.message", SettingType.LongText, SettingGroup.Voicemail, "Voicemail message",
                    "What is said after the tone.", "Hi {{customer_name}}, we will call again.")
                { MaxLength = CellLength, TakesVariables = true },
                new("voicemail.sms", SettingType.Structure, SettingGroup.Voicemail, "Text after a voicemail",
                    "A text message that is sent when a voicemail answered.", """{"message":"We called you."}""")
                { MaxLength = CellLength },
                new("voicemail.sensitive", SettingType.Boolean, SettingGroup.Voicemail, "Sensitive detection",
                    "Looks harder for voicemails, at the risk of taking a person for one.", "true"),
            ],
        },

        new("request_data", SettingType.Structure, SettingGroup.Data, "Request data",
            "The variables that prompts use as {{name}}.", """{"customer_name":"Emily"}""")
        { MaxLength = CellLength, MergesMembers = true },
        new("metadata", SettingType.Structure, SettingGroup.Data, "Metadata",
            "Kept beside the call and given back with it, never shown to the agent.", """{"campaign":"spring"}""")
        { MaxLength = CellLength, MergesMembers = true },
        new("dynamic_data", SettingType.List, SettingGroup.Data, "Dynamic data",
            "Requests made during the call whose answers become variables.",
            """[{"url":"https://example.com/slots"}]""")
        { ItemType = SettingType.Structure, MaxLength = CellLength },

        new("record", SettingType.Boolean, SettingGroup.AfterTheCall, "Record",
            "The call is recorded; tell people where the law asks for it.", "true"),
        new("summary_prompt", SettingType.LongText, SettingGroup.AfterTheCall, "Summary prompt",
            "What the summary of the call should tell.", "One sentence: what did they decide?")
        { MaxLength = 2_000, TakesVariables = true },
        new("dispositions", SettingType.List, SettingGroup.AfterTheCall, "Dispositions",
            "Labels of which each call gets the one that fits.", """["interested","not interested"]""")
        { ItemType = SettingType.Text },
        new("webhook", SettingType.Url, SettingGroup.AfterTheCall, "Webhook",
            "Where the result of the call is sent once it is over, and what webhook_events names before.", "https://example.com/webhook1")
        { MaxLength = UrlLength, CarriedOutByUs = true },
        new("webhook_events", SettingType.List, SettingGroup.AfterTheCall, "Webhook events",
            "What the webhook is told while the call goes on: queue (the provider has taken it) and call (it has another status); other names have no effect.", """["call"]""")
        { ItemType = SettingType.Text, CarriedOutByUs = true },
    ];

    internal static readonly string[] Retired =
    [
        "voicemail_action", "voicemail_message", "voicemail_sms", "sensitive_voicemail_detection",
        "answered_by_enabled", "amd", "reduce_latency", "local_dialing", "analysis_schema", "dispatch_hours",
        "voice_id", "voice_settings", "retry_config",
    ];

    private static CallSetting RetryOf(string outcome, string when) =>
        new("retry." + outcome, SettingType.List, SettingGroup.Call, $"Retry: {when}",
            $"How long after {when} the person is called again, for each time.", "600, 3600")
        { ItemType = SettingType.WholeNumber, Minimum = ShortestRetry, Maximum = LongestRetry, Unit = "seconds", MaxItems = MostRetries };
}
