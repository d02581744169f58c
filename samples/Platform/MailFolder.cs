using System.Text;
using Commerce.Agents.Domain.CustomerCare;

namespace Commerce.Samples.Platform;

/// <summary>Writes mails as files that any mail program opens. Put your mail server here.</summary>
internal sealed class MailFolder(string folder) : INotificationChannel
{
    internal const string Folder = "mails";

    public string Name => "email";

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        var subject = Convert.ToBase64String(Encoding.UTF8.GetBytes(notification.Subject));
        await File.WriteAllTextAsync(
            Path.Combine(folder, $"{notification.Id:N}.eml"),
            $"""
            Message-ID: <{notification.Id:N}@shop.example>
            From: shop@shop.example
            To: {notification.To}
            Subject: =?utf-8?B?{subject}?=
            Content-Type: text/plain; charset=utf-8

            {notification.Text}
            """,
            cancellationToken);
    }
}
